package org.faasnetlab.testbed.aws.creation;

/** Unwinds the stack from anywhere in a creation to its rollback; never leaves the package. */
final class CreationCancelledException extends InterruptedException {
    private static final long serialVersionUID = 1L;

    CreationCancelledException() {
        super("the creation was cancelled");
    }
}
