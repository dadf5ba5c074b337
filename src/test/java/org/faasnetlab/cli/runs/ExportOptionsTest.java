package org.faasnetlab.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.faasnetlab.export.ExportFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import picocli.CommandLine.Model.CommandSpec;

class ExportOptionsTest {

    /** The data of a chart has the option of CSV, together with {@code --chart}. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CHART_CSV")
    void everyFormatHasAnOptionWithItsName(ExportFormat format) {
        assertThat(CommandSpec.forAnnotatedObject(new ExportOptions()).optionsMap())
                .containsKey(new ExportTarget(format, Path.of("out")).option());
    }
}
