package org.faasnetlab.testbed.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.testing.process.TestProcesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With scripts in place of the system's programs: they need no rights, and fail as asked. */
@EnabledOnOs(OS.LINUX)
class NamespacesTest {
    private final TestProcesses processes = new TestProcesses();

    @TempDir
    private Path folder;

    @AfterEach
    void endProcesses() throws InterruptedException {
        processes.close();
    }

    private Path script(String name, String body) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    /** Runs what follows the options. */
    private static final String THE_REST = "while [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"";

    private NetworkTools tools(String unshare) throws IOException {
        return new NetworkTools(
                script("unshare", unshare), script("nsenter", THE_REST), script("ip", "cat"), script("tc", "cat"));
    }

    @Test
    void anAdministratorNeedsNoUserNamespace() throws Exception {
        try (Namespaces namespaces = Namespaces.create(tools(THE_REST), processes, 2)) {
            assertThat(namespaces.entry(1))
                    .containsExactly(
                            folder.resolve("nsenter").toString(),
                            "-t",
                            String.valueOf(namespaces.holder(1)),
                            "-n",
                            "--");
            assertThat(namespaces.run(0, List.of("/bin/cat"), List.of("one", "two")))
                    .isEqualTo("one\ntwo");
            assertThatThrownBy(() -> namespaces.run(0, List.of("/bin/sh", "-c", "echo no; exit 3"), List.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no");
            assertThatThrownBy(() -> namespaces.run(0, List.of("/bin/false"), List.of()))
                    .hasMessage("/bin/false failed");
        }
        assertThat(processes.alive()).isZero();
    }

    @Test
    void otherUsersHaveOne() throws Exception {
        String onlyInUserNamespace = "[ \"$1\" = --net ] && [ ! -e " + folder.resolve("user")
                + " ] && { echo denied; exit 1; }\ntouch " + folder.resolve("user") + "\n" + THE_REST;
        try (Namespaces namespaces = Namespaces.create(tools(onlyInUserNamespace), processes, 2)) {
            assertThat(namespaces.entry(0)).contains("-U", "--preserve-credentials", "-n");
        }
        assertThat(processes.alive()).isZero();
    }

    @Test
    void aSystemThatAllowsNeitherIsReported() {
        assertThatThrownBy(() -> Namespaces.create(
                        tools("echo 'unshare: unshare failed: Operation not permitted'; exit 1"), processes, 2))
                .isInstanceOf(LabException.class)
                .hasMessage("This system does not allow network namespaces: unshare: unshare failed: Operation not"
                        + " permitted.")
                .extracting(failure -> ((LabException) failure).nextStep())
                .asString()
                .contains("Run the program as root")
                .endsWith("set network to relay.");
        assertThat(processes.alive()).isZero();
    }

    @Test
    void aMissingProgramIsNamedWithItsPackages() throws Exception {
        tools(THE_REST);
        assertThat(NetworkTools.find("Linux", List.of(folder)).tc()).isEqualTo(folder.resolve("tc"));
        Files.delete(folder.resolve("tc"));
        assertThatThrownBy(() -> NetworkTools.find("Linux", List.of(folder)))
                .hasMessage("A kernel network requires tc, which is not installed.");
        Files.delete(folder.resolve("ip"));
        assertThatThrownBy(() -> NetworkTools.find("Linux", List.of(folder)))
                .hasMessage("A kernel network requires ip and tc, which are not installed.");
        assertThatThrownBy(() -> NetworkTools.find("Mac OS X", List.of(folder)))
                .hasMessage("A kernel network requires Linux; this computer runs Mac OS X.");
    }
}
