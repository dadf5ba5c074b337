package org.faasnetlab.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.export.ExportFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ExportOptionsTest {

    /** The data of a chart has the option of CSV, together with {@code --chart}. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CHART_CSV")
    void everyFormatHasAnOptionWithItsName(ExportFormat format) {
        assertThat(CommandSpec.forAnnotatedObject(new ExportOptions()).optionsMap())
                .containsKey(new ExportTarget(format, Path.of("out")).option());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CHART_CSV")
    void theFileOfEveryOptionIsWritten(ExportFormat format, @TempDir Path folder) throws LabException {
        ExportTarget target = new ExportTarget(format, folder.resolve("out"));
        ExportOptions options = new ExportOptions();

        new CommandLine(CommandSpec.forAnnotatedObject(options))
                .parseArgs(target.option(), target.file().toString());

        assertThat(options.checked()).containsExactly(target);
    }
}
