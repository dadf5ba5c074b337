package org.faasnetlab.bench;

import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.faasnetlab.app.AppDirectories;
import org.faasnetlab.app.AssembledLab;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.local.Installation;

/** Opens the program's own lab for a measurement. */
public final class BenchLab {
    private BenchLab() {}

    /**
     * @param data folder for everything that is written
     * @param home the built program, {@code target/dist}
     */
    public static Lab open(Path data, Path home) throws IOException {
        AppDirectories directories = AppDirectories.under(Files.createDirectories(data));
        Files.createDirectories(directories.cache());
        Files.createDirectories(directories.logs());
        return new AssembledLab(
                directories, new Installation(home), PRESETS, null, UnaryOperator.identity(), notice -> {});
    }
}
