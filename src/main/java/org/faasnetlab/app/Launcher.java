package org.faasnetlab.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.faasnetlab.ErrorCode;
import org.faasnetlab.ExhaustedResource;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.CheckedOutput;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TerminalStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The main class. It is not a JavaFX Application, which could not be started from the class path. */
public final class Launcher {
    private Launcher() {}

    @SuppressWarnings("SystemConsoleNull") // It is null without an interactive terminal, see jdk.console below.
    public static void main(String[] arguments) {
        // JavaFX shows the window; AWT only draws images and needs no display.
        System.setProperty("java.awt.headless", "true");
        // Since Java 22 System.console() is not null even without an interactive terminal, unless this is set.
        System.setProperty("jdk.console", "java.base");
        PrintWriter err = writer(System.err);
        CheckedOutput out = new CheckedOutput(new FileOutputStream(FileDescriptor.out));
        boolean interactive = System.console() != null;
        TerminalStyle style = TerminalStyle.of(interactive, charset(), System.getenv());
        Terminal terminal = new Terminal(writer(out), err, out, interactive, style, Launcher::readLine);
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> unexpected(error, err));
        System.exit(new Wiring(System.getenv(), System.getProperties())
                .cli(terminal)
                .run(arguments));
    }

    private static void unexpected(Throwable error, PrintWriter err) {
        String code = ErrorCode.of(error);
        LoggerFactory.getLogger(Launcher.class).error("Error {}", code, error);
        err.println(ExhaustedResource.of(error)
                .map(LabException::fullMessage)
                .orElse("Unexpected error (code " + code + "): " + error));
        err.flush();
    }

    @SuppressWarnings("SystemConsoleNull") // It is null without an interactive terminal.
    private static @Nullable String readLine() {
        Console console = System.console();
        return console == null ? null : console.readLine();
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, charset()), false);
    }

    private static Charset charset() {
        return Charset.forName(System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));
    }
}
