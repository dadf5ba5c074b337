package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The built program in a data folder named {@code Zürich データ}, with an export named {@code Messung-ä.csv}, under
 * different locales. A shell names them, because the tests themselves may run without a suitable locale.
 */
@EnabledOnOs(OS.LINUX)
class NonAsciiPathsIT {
    private static final String SCRIPT = """
            unset LANG LC_ALL LC_CTYPE
            [ -z "$1" ] || export "$1"
            data=$(printf 'Z\\303\\274rich \\343\\203\\207\\343\\203\\274\\343\\202\\277')
            csv=$(printf 'Messung-\\303\\244')
            mkdir "$data"
            mkdir -p -m 700 "$6/$data" && ln -s "$6/$data" "$data/cache"
            FAASNETLAB_DATA="$PWD/$data" "$2" run --preset "$3" --set functions=2 --set "$4" --csv "$csv.csv" || exit 1
            [ -s "$csv.csv" ] && [ -s "$csv.functions.csv" ] || { ls; exit 2; }
            FAASNETLAB_DATA="$PWD/$data" "$2" label 20 --name "$csv" || exit 3
            FAASNETLAB_DATA="$PWD/$data" "$2" runs | grep -F -e "$csv" || exit 4
            [ "$5" = shared ] || ls "$data"/cache/start/classes-*.jsa || exit 5
            """;

    /** The first case fills the cache, whose name contains the same characters. */
    @TempDir
    private static Path caches;

    @TempDir
    private Path folder;

    /**
     * @param archive "shared" if the start uses the archive of classes beside the program, "own" if it creates one in the
     *     data folder, because Java is at another path
     */
    @ParameterizedTest
    @CsvSource({
        "'',                s3-download,   objectMiB=5, shared",
        "LC_ALL=C,          iperf3-single, seconds=1,   own",
        "LANG=xx_XX.UTF-8,  s3-upload,     objectMiB=5, shared"
    })
    @Timeout(180)
    void aRunWorks(String locale, String preset, String length, String archive) throws Exception {
        Path java = Path.of(System.getProperty("java.home"));
        if (archive.equals("own")) {
            java = Files.createSymbolicLink(folder.resolve("java"), java);
        }
        Path program = Path.of(System.getProperty("faasnetlab.home", "target/dist"), "bin", "faasnetlab");
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        SCRIPT,
                        "sh",
                        locale,
                        program.toAbsolutePath().toString(),
                        preset,
                        length,
                        archive,
                        caches.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // The program runs only for seconds, in which the optimizing compiler does not pay off.
        builder.environment()
                .putAll(Map.of("JAVA_HOME", java.toString(), "FAASNETLAB_JAVA_OPTS", "-XX:TieredStopAtLevel=1"));
        Process shell = builder.start();

        assertThat(shell.waitFor(170, TimeUnit.SECONDS)).isTrue();

        assertThat(shell.exitValue()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("2/2");
    }
}
