package org.faasnetlab.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.FuzzTargets;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/**
 * A reader as Jazzer calls it, see {@code .ci/fuzz-with-jazzer}. The property {@code reader} is its name. As a program, writes the
 * valid inputs of each reader to a directory of its own: {@code JazzerTarget DIRECTORY}.
 */
public final class JazzerTarget {
    private JazzerTarget() {}

    /** Jazzer finds this method by its name. Throws what the reader may not throw. */
    public static void fuzzerTestOneInput(byte[] input) throws Throwable {
        try {
            Named.TARGET.reader().read(input);
        } catch (Throwable thrown) {
            if (Named.TARGET.refusals().stream().noneMatch(refusal -> refusal.isInstance(thrown))) {
                throw thrown;
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        for (FuzzTarget target : FuzzTargets.all()) {
            Path folder = Files.createDirectories(Path.of(arguments[0], target.name()));
            int number = 0;
            for (byte[] seed : target.seeds()) {
                Files.write(folder.resolve("valid-" + number++), seed);
            }
        }
    }

    /** Created when the first input comes. */
    private static final class Named {
        static final FuzzTarget TARGET = FuzzTargets.all().stream()
                .filter(target -> target.name().equals(System.getProperty("reader")))
                .findFirst()
                .orElseThrow();
    }
}
