package org.faasnetlab.invoke;

import java.util.concurrent.CompletionException;

/** Formats a failed HTTP exchange as a sentence for the user. */
final class ConnectionFailureFormatter {
    private ConnectionFailureFormatter() {}

    static InvocationEnd.Broken broken(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && (cause instanceof CompletionException || cause.getMessage() == null)) {
            cause = cause.getCause();
        }
        String message =
                cause.getMessage() == null ? cause.getClass().getSimpleName() : firstSentence(cause.getMessage());
        return new InvocationEnd.Broken("The connection to the Lambda service failed: " + message + ".");
    }

    // The HTTP client appends general advice to its messages.
    private static String firstSentence(String message) {
        int end = message.indexOf(". ");
        String first = end < 0 ? message : message.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
