package org.faasnetlab.testbed.aws.creation;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;

/** The rollback of a cancelled creation left resources behind. */
public final class IncompleteRollbackException extends LabException {
    private static final long serialVersionUID = 1L;

    IncompleteRollbackException(String name, DeletionReport report) {
        super(
                Kind.FAILED,
                "The set-up was cancelled. " + report.sentence(),
                "Tear the testbed " + name + " down to go on with it.");
    }
}
