package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

class AppOpenerTest {
    private final List<AppDirectories> assembled = new ArrayList<>();
    private final Lab lab = Mockito.mock(Lab.class);

    @TempDir
    private Path folder;

    private AppOpener opener;

    @BeforeEach
    void open() {
        opener = new AppOpener(AppDirectories.under(folder.resolve("usual")), directories -> {
            assembled.add(directories);
            return lab;
        });
    }

    @Test
    void foldersAreCreatedBeforeLab() throws Exception {
        assertThat(opener.open(null)).isSameAs(lab);

        AppDirectories usual = AppDirectories.under(folder.resolve("usual"));
        assertThat(assembled).containsExactly(usual);
        assertThat(List.of(usual.data(), usual.config(), usual.cache(), usual.logs()))
                .allSatisfy(made -> assertThat(made).isDirectory());
        assertThat(opener.logFile()).isEqualTo(usual.logs().resolve("faasnetlab.log"));
    }

    @Test
    void givenFolderHoldsEverything() throws Exception {
        Path named = folder.resolve("named");

        opener.open(named);

        assertThat(assembled).containsExactly(AppDirectories.under(named));
        assertThat(opener.logFile()).isEqualTo(named.resolve("logs/faasnetlab.log"));
        assertThat(folder.resolve("usual")).doesNotExist();
    }

    @Test
    void unknownHomeIsReportedAndNothingIsCreated() {
        opener = new AppOpener(AppDirectories.of(Map.of(), "Linux", Path.of("?")), directories -> lab);

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> opener.open(null))
                .withMessage("The home folder of this user is unknown.")
                .satisfies(failure -> assertThat(failure.nextStep()).contains("--data", "FAASNETLAB_DATA"));
        assertThat(Path.of("?")).doesNotExist();
    }

    @Test
    void uncreatableFolderIsReportedWithRemedy() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> opener.open(file.resolve("below")))
                .withMessage("Cannot create or write to folder " + file.resolve("below") + ".")
                .satisfies(failure -> assertThat(failure.nextStep()).contains("--data", "FAASNETLAB_DATA"));
        assertThat(assembled).isEmpty();
    }
}
