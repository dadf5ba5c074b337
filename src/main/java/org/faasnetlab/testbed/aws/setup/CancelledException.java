package org.faasnetlab.testbed.aws.setup;

import org.faasnetlab.LabException;

/** Leads from wherever a set-up is to the place where it is taken back; never leaves the package. */
final class CancelledException extends LabException {
    private static final long serialVersionUID = 1L;

    CancelledException() {
        super("The set-up was cancelled.", "It is being taken back.");
    }
}
