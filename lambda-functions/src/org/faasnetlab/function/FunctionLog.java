package org.faasnetlab.function;

/** The function's log: lines on standard error, which the service keeps. Never a URL: its signature is a secret. */
final class FunctionLog {
    private FunctionLog() {}

    static void line(String text) {
        System.err.println(text);
    }

    static void unforeseen(Throwable error) {
        error.printStackTrace(System.err);
    }
}
