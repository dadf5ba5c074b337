package org.faasnetlab.experiment;

import java.util.Locale;

/** A short code of an error that nobody foresaw: the same fault at the same place has the same code. */
final class ErrorCode {
    private ErrorCode() {}

    static String of(Throwable error) {
        int hash = error.getClass().getName().hashCode();
        for (StackTraceElement frame : error.getStackTrace()) {
            if (frame.getClassName().startsWith("org.faasnetlab.")) {
                hash = 31 * hash + (frame.getClassName() + frame.getMethodName()).hashCode();
            }
        }
        return String.format(Locale.ROOT, "%06X", hash & 0xFFFFFF);
    }
}
