package org.faasnetlab.ui.common;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.faasnetlab.ErrorCode;

/**
 * An unexpected error as it is reported to the user.
 *
 * @param code short code: the same for the same error at the same place in the code, whatever its message
 * @param details what to send to the developers
 */
public record ErrorReport(String code, String details) {

    /** The report of an error, with facts about the computer that help to find its cause. */
    public static ErrorReport of(Throwable error) {
        String code = ErrorCode.of(error);
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
}
