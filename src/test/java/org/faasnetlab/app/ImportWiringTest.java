package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TerminalStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assembled program knows the transfers of imported runs. */
class ImportWiringTest {
    @TempDir
    Path folder;

    @Test
    void theProgramImportsATable() throws Exception {
        Path table = Files.writeString(
                folder.resolve("table.csv"), "offsetMicros,durationMicros,bytes\n0,100000,31087535\n");
        Properties properties = new Properties();
        properties.setProperty("os.name", "Linux");
        properties.setProperty("user.home", folder.toString());
        properties.setProperty("java.io.tmpdir", folder.toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), () -> null, false, TerminalStyle.PLAIN, () -> null);
        int code = new Wiring(Map.of("FAASNETLAB_DATA", folder.resolve("data").toString()), properties)
                .cli(terminal)
                .run("import", table.toString());
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("Imported import-");
    }
}
