package org.faasnetlab.ui.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    @Test
    void librariesOfTheDistributionAreReadWithVersionAndLicence() throws LabException {
        assertThat(Library.read(Path.of("THIRD-PARTY.md")))
                .hasSizeGreaterThan(50)
                .allSatisfy(library -> assertThat(library.version()).matches("[0-9].*"))
                .anyMatch(library ->
                        library.name().equals("controlsfx") && library.licence().equals("BSD, 3 clauses"))
                .extracting(Library::name)
                .contains("javafx-base", "javafx-swing", "netty-codec-http2")
                .doesNotHaveDuplicates();
    }

    @Test
    void missingOrEmptyListIsReported(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("THIRD-PARTY.md");
        assertThatThrownBy(() -> Library.read(file))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("cannot be read");

        Files.writeString(file, "# Nothing\n");
        assertThatThrownBy(() -> Library.read(file)).isInstanceOf(LabException.class);
    }
}
