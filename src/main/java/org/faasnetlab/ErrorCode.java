package org.faasnetlab;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A short name for an unexpected error, by which its details are found in the log file. */
public final class ErrorCode {
    private ErrorCode() {}

    /**
     * Six hexadecimal digits, the same for the same error in the same place of this program: of the names of classes
     * and methods alone, because line numbers change with every build and messages with every run.
     */
    public static String of(Throwable error) {
        CRC32 hash = new CRC32();
        @Nullable Throwable cause = error;
        while (cause != null) {
            add(hash, cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("org.faasnetlab.")) {
                    add(hash, frame.getClassName() + "." + frame.getMethodName());
                }
            }
            cause = cause.getCause();
        }
        return String.format(Locale.ROOT, "%06X", hash.getValue() & 0xFFFFFF);
    }

    private static void add(CRC32 hash, String text) {
        hash.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
