package org.faasnetlab.testing.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.faasnetlab.testbed.local.lambda.FunctionProgram;

/** Programs that start {@link StubFunction}. */
public final class StubPrograms {
    private StubPrograms() {}

    public static FunctionProgram in(Path root, String mode) {
        return new FunctionProgram(root, command(mode));
    }

    /** The program with its classes in a jar next to the root directory. */
    public static FunctionProgram inJar(Path folder, String mode) throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Path jar = folder.resolve("stub.jar");
        String stubs = StubFunction.class.getPackageName().replace('.', '/');
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> classes = Files.list(testClasses().resolve(stubs))) {
            for (Path file : classes.toList()) {
                out.putNextEntry(new ZipEntry(stubs + "/" + file.getFileName()));
                Files.copy(file, out);
            }
        }
        return new FunctionProgram(root, command(jar, mode));
    }

    public static List<String> command(String mode) {
        return command(testClasses(), mode);
    }

    private static List<String> command(Path classes, String mode) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                classes.toString(),
                StubFunction.class.getName(),
                mode);
    }

    private static Path testClasses() {
        try {
            return Path.of(StubFunction.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException notAPath) {
            throw new IllegalStateException(notAPath);
        }
    }
}
