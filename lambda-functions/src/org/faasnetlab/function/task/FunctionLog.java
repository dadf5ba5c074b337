package org.faasnetlab.function.task;

/**
 * The function's log: lines on standard error, which the service stores. Never log a URL: its signature is a secret.
 */
public final class FunctionLog {
    private FunctionLog() {}

    public static void line(String text) {
        System.err.println(text);
    }

    public static void unexpected(Throwable error) {
        error.printStackTrace(System.err);
    }
}
