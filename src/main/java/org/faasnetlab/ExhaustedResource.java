package org.faasnetlab;

import java.util.Optional;
import org.faasnetlab.format.Phrase;

/** Errors of the Java machine whose cause lies outside of this program: memory, or threads and processes, are used up. */
public final class ExhaustedResource {
    private ExhaustedResource() {}

    /**
     * The failure that an error stands for; empty if the error is not of this kind.
     *
     * @param error an error, also one that is the cause of others
     */
    public static Optional<LabException> of(Throwable error) {
        Throwable cause = error;
        while (!(cause instanceof OutOfMemoryError) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        // The text is the only sign by which the Java machine tells them apart, from Java 8 to 25. Other texts are of
        // errors in this program, for example of an array that is too large for any memory.
        String text = cause instanceof OutOfMemoryError ? String.valueOf(cause.getMessage()) : "";
        if (text.contains("native thread")) {
            return Optional.of(new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("The system refused this program another thread."),
                    Phrase.of(
                            "Use fewer functions, or raise the limit of processes (ulimit -u, or pids.max of the control group)."),
                    error));
        }
        if (text.contains("heap space") || text.contains("GC overhead limit")) {
            return Optional.of(new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("This program has used all of its memory."),
                    Phrase.of(
                            "Use fewer functions or longer intervals, or give it more memory with FAASNETLAB_JAVA_OPTS=-Xmx4g."),
                    error));
        }
        return Optional.empty();
    }
}
