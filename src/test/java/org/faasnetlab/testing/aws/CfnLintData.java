package org.faasnetlab.testing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.faasnetlab.testing.process.PythonTools;

/**
 * AWS's own descriptions that cfn-lint contains: the schemas of CloudFormation's resource types, which list the actions
 * that their handlers need with the caller's credentials, and the service authorization reference.
 */
public final class CfnLintData {

    private final Path data;
    private final JsonNode types;
    private final JsonNode services;

    private CfnLintData(Path data) throws IOException {
        this.data = data;
        this.types = read(data.resolve("schemas/providers/us-east-1.json"));
        this.services = read(data.resolve("AdditionalSpecs/Policies.json"));
    }

    public static CfnLintData load() throws IOException, InterruptedException {
        Path environment = PythonTools.program("cfn-lint").getParent().getParent();
        try (Stream<Path> pythons = Files.list(environment.resolve("lib"))) {
            return new CfnLintData(pythons.map(python -> python.resolve("site-packages/cfnlint/data"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no cfn-lint in " + environment)));
        }
    }

    /** The actions that a handler of a type needs; empty for types that CloudFormation handles itself. */
    public List<String> handlerActions(String type, String handler) throws IOException {
        JsonNode schema =
                read(data.resolve("schemas/resources").resolve(types.get(type).asText() + ".json"));
        return texts(schema.path("handlers").path(handler).path("permissions"));
    }

    /** ARN patterns of the resources of an action; empty if IAM has no resource for it. */
    public List<String> resourcePatterns(String action) {
        List<String> patterns = new ArrayList<>();
        for (String kind : texts(action(action).path("Resources"))) {
            patterns.addAll(texts(kind(action, kind).path("ARNFormats")));
        }
        return patterns;
    }

    /** Whether IAM evaluates tags of the resource for an action, for at least one kind of resource. */
    public boolean knowsTheResourcesTags(String action) {
        return texts(action(action).path("Resources")).stream()
                .anyMatch(
                        kind -> texts(kind(action, kind).path("ConditionKeys")).contains("aws:ResourceTag/${TagKey}"));
    }

    private JsonNode kind(String action, String kind) {
        return service(action).path("Resources").path(kind);
    }

    private JsonNode action(String action) {
        return service(action)
                .path("Actions")
                .path(action.substring(action.indexOf(':') + 1).toLowerCase(Locale.ROOT));
    }

    private JsonNode service(String action) {
        return services.path(action.substring(0, action.indexOf(':')));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static JsonNode read(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readString(file));
    }
}
