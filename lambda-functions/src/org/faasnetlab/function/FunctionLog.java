package org.faasnetlab.function;

/**
 * The function's log: lines on standard error, which the service stores. Never log a URL: its signature is a secret.
 */
final class FunctionLog {
    private FunctionLog() {}

    static void line(String text) {
        System.err.println(text);
    }

    static void unexpected(Throwable error) {
        error.printStackTrace(System.err);
    }
}
