package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The software bill of materials of the distribution. */
class LicencesIT {
    private static final Path BUILT = Path.of(System.getProperty("faasnetlab.home", "target/dist"));

    /** A component with several licences may be used under any of them. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "The 3-Clause BSD License",
            "EPL-2.0",
            "GNU Lesser General Public Licence",
            "GPL-2.0-with-classpath-exception");

    @Test
    void everyLicenceIsAllowed() throws IOException {
        assertThat(components())
                .allSatisfy(component -> assertThat(licences(component))
                        .as(component.path("purl").asText())
                        .isNotEmpty()
                        .containsAnyElementsOf(ALLOWED));
    }

    @Test
    void everyLibraryIsAComponent() throws IOException {
        Set<String> expected = new TreeSet<>();
        try (Stream<Path> files = Files.list(BUILT.resolve("lib"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.equals("faasnetlab.jar"))
                    .forEach(expected::add);
        }
        Set<String> listed = new TreeSet<>();
        for (JsonNode component : components()) {
            String name = component.path("name").asText() + "-"
                    + component.path("version").asText();
            String classifier = component.path("purl").asText().replaceFirst("^[^?]*\\??", "");
            listed.add(name + classifier(classifier) + ".jar");
        }
        assertThat(listed).containsAll(expected);
    }

    private static String classifier(String qualifiers) {
        return Stream.of(qualifiers.split("&", -1))
                .filter(qualifier -> qualifier.startsWith("classifier="))
                .map(qualifier -> "-" + qualifier.substring("classifier=".length()))
                .findFirst()
                .orElse("");
    }

    private static List<JsonNode> components() throws IOException {
        List<JsonNode> components = new ArrayList<>();
        new ObjectMapper()
                .readTree(BUILT.resolve("sbom.cdx.json").toFile())
                .path("components")
                .forEach(components::add);
        assertThat(components).hasSizeGreaterThan(50);
        return components;
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode licence : component.path("licenses")) {
            licences.add(licence.path("license")
                    .path("id")
                    .asText(licence.path("license").path("name").asText()));
        }
        return licences;
    }
}
