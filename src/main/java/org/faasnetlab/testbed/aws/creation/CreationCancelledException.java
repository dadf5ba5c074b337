package org.faasnetlab.testbed.aws.creation;

/** Leads from wherever a set-up is to the place where it is taken back; never leaves the package. */
final class CreationCancelledException extends InterruptedException {
    private static final long serialVersionUID = 1L;

    CreationCancelledException() {
        super("the creation was cancelled");
    }
}
