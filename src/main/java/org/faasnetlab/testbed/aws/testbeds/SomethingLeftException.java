package org.faasnetlab.testbed.aws.testbeds;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.teardown.TeardownReport;

/** A cancelled set-up could not be taken back whole. */
public final class SomethingLeftException extends LabException {
    private static final long serialVersionUID = 1L;

    SomethingLeftException(String name, TeardownReport report) {
        super("The set-up was cancelled. " + report.sentence(), "Tear the testbed " + name + " down to go on with it.");
    }
}
