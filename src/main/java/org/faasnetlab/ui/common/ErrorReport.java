package org.faasnetlab.ui.common;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * An error that was not foreseen, as it is told.
 *
 * @param code short code: the same for the same error at the same place in the code, whatever its words
 * @param details what to send to the developers
 */
public record ErrorReport(String code, String details) {

    /** The report of an error, with facts about the computer that help to find its cause. */
    public static ErrorReport of(Throwable error) {
        String code = code(error);
        StringWriter details = new StringWriter();
        PrintWriter writer = new PrintWriter(details);
        writer.printf(
                Locale.ROOT,
                "Error %s%nJava %s, %s %s %s%n%n",
                code,
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"));
        error.printStackTrace(writer);
        writer.flush();
        return new ErrorReport(code, details.toString());
    }

    /** Class and method names alone: line numbers change with every build, messages with every run. */
    private static String code(Throwable error) {
        CRC32 hash = new CRC32();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            add(hash, cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("org.faasnetlab.")) {
                    add(hash, frame.getClassName() + "." + frame.getMethodName());
                }
            }
        }
        return String.format(Locale.ROOT, "%08X", hash.getValue()).substring(0, 6);
    }

    private static void add(CRC32 hash, String text) {
        hash.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
