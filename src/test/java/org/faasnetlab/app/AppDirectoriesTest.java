package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppDirectoriesTest {
    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();
    private static final Path ELSEWHERE = Path.of("/elsewhere").toAbsolutePath();

    @Test
    void linuxFoldersAreXdgDefaults() {
        assertThat(AppDirectories.of(Map.of(), "Linux", HOME))
                .isEqualTo(new AppDirectories(
                        HOME.resolve(".local/share/faasnetlab"),
                        HOME.resolve(".config/faasnetlab"),
                        HOME.resolve(".cache/faasnetlab"),
                        HOME.resolve(".local/state/faasnetlab")));
    }

    @Test
    void theUsersXdgFoldersAreFollowed() {
        AppDirectories directories = AppDirectories.of(Map.of("XDG_DATA_HOME", ELSEWHERE.toString()), "Linux", HOME);

        assertThat(directories.data()).isEqualTo(ELSEWHERE.resolve("faasnetlab"));
        assertThat(directories.config()).isEqualTo(HOME.resolve(".config/faasnetlab"));
    }

    @Test
    void relativeXdgFolderIsIgnored() {
        assertThat(AppDirectories.of(Map.of("XDG_DATA_HOME", "relative"), "Linux", HOME)
                        .data())
                .isEqualTo(HOME.resolve(".local/share/faasnetlab"));
    }

    @Test
    void macOsFoldersAreInLibrary() {
        AppDirectories directories = AppDirectories.of(Map.of(), "Mac OS X", HOME);

        assertThat(directories.data()).isEqualTo(HOME.resolve("Library/Application Support/faasnetlab"));
        assertThat(directories.logs()).isEqualTo(HOME.resolve("Library/Logs/faasnetlab"));
    }

    @Test
    void windowsFoldersAreInLocalAppData() {
        assertThat(AppDirectories.of(Map.of("LOCALAPPDATA", ELSEWHERE.toString()), "Windows 11", HOME))
                .isEqualTo(AppDirectories.under(ELSEWHERE.resolve("faasnetlab")));
        assertThat(AppDirectories.of(Map.of(), "Windows 11", HOME).data())
                .isEqualTo(HOME.resolve("AppData/Local/faasnetlab"));
    }

    @Test
    void oneVariableMovesAllFoldersOnEverySystem() {
        for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertThat(AppDirectories.of(
                            Map.of("FAASNETLAB_DATA", ELSEWHERE.toString(), "XDG_DATA_HOME", HOME.toString()),
                            system,
                            HOME))
                    .isEqualTo(AppDirectories.under(ELSEWHERE));
        }
    }
}
