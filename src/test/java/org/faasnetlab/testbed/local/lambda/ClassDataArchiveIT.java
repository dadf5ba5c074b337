package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.process.GuardedProcesses;
import org.faasnetlab.testing.local.SdkLambdaCaller;
import org.faasnetlab.testing.local.StubPrograms;
import org.faasnetlab.testing.local.TestInstallation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Uses real JVMs. Class-data archives require classes from a jar. */
@Timeout(120)
class ClassDataArchiveIT {
    @TempDir
    Path folder;

    @Test
    void processesStartFromTheCreatedArchive() throws Exception {
        FunctionProgram program = StubPrograms.inJar(folder, "");
        try (GuardedProcesses processes = new GuardedProcesses(folder.resolve("processes"))) {
            ClassDataArchive archive = new ClassDataArchive(processes, Clock.systemUTC());

            FunctionProgram faster = archive.speedUp(program);

            String option = faster.command().get(1);
            assertThat(option).startsWith("-XX:SharedArchiveFile=");
            Path file = Path.of(option.substring(option.indexOf('=') + 1));
            assertThat(file).isRegularFile();
            assertThat(classesFrom(processes, faster)).contains("StubFunction source: shared objects file");
            assertThat(archive.speedUp(program)).isEqualTo(faster);
            assertNothingIsLeftBeside(file);
        }
    }

    /** What is loaded from the jar after T0 delays functions that share few processors. */
    @Test
    void theArchiveHasTheClassesOfAnIperf3Test() throws Exception {
        try (GuardedProcesses processes = new GuardedProcesses(folder.resolve("processes"))) {
            ClassDataArchive archive = new ClassDataArchive(processes, Clock.systemUTC());

            FunctionProgram function =
                    new FunctionInstaller(folder.resolve("cache"), archive).install(TestInstallation.built());

            String option = function.command().get(1);
            assertThat(option).startsWith("-XX:SharedArchiveFile=");
            Path file = Path.of(option.substring(option.indexOf('=') + 1));
            String names = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(names)
                    .contains(
                            "org/faasnetlab/function/iperf3/Iperf3Attempt$EventFold",
                            "org/faasnetlab/function/iperf3/Iperf3Event$Total",
                            "org/faasnetlab/protocol/FunctionRecord$Finished");
            assertNothingIsLeftBeside(file);
        }
    }

    private static void assertNothingIsLeftBeside(Path archive) throws IOException {
        try (Stream<Path> made = Files.list(archive.getParent())) {
            assertThat(made.filter(path -> path.toString().contains(".jsa"))).containsExactly(archive);
        }
    }

    private String classesFrom(GuardedProcesses processes, FunctionProgram program) throws Exception {
        List<String> verbose = new ArrayList<>(program.command());
        verbose.add(1, "-Xlog:class+load:file=" + folder.resolve("classes.txt"));
        LocalTestbedSettings settings = LocalTestbedSettings.defaults(folder);
        try (LocalLambdaService service = new LocalLambdaService(
                        new FunctionProgram(program.root(), verbose), settings, processes, Clock.systemUTC());
                SdkLambdaCaller caller = new SdkLambdaCaller(service.endpoint())) {
            service.function(128);
            assertThat(caller.invoke("128", "\"pid\"").functionError()).isNull();
        }
        return Files.readString(folder.resolve("classes.txt"));
    }

    @Test
    void aProgramThatDoesNotRunIsNotChanged() throws Exception {
        FunctionProgram broken = StubPrograms.inJar(folder, "init-error");
        try (GuardedProcesses processes = new GuardedProcesses(folder.resolve("processes"))) {
            assertThat(new ClassDataArchive(processes, Clock.systemUTC()).speedUp(broken))
                    .isEqualTo(broken);
        }
    }
}
