package org.faasnetlab.testbed.aws.setup;

/** Leads from wherever a set-up is to the place where it is taken back; never leaves the package. */
final class CancelledException extends InterruptedException {
    private static final long serialVersionUID = 1L;

    CancelledException() {
        super("the set-up was cancelled");
    }
}
