package org.faasnetlab.export.importing;

/** A file cannot be imported. The message is the reason, without the file's name and without a full stop. */
final class BadFileException extends Exception {
    private static final long serialVersionUID = 1L;

    BadFileException(String reason) {
        super(reason);
    }

    /** @param place for example {@code line 3} */
    BadFileException(String place, String reason) {
        super(place + ": " + reason);
    }
}
