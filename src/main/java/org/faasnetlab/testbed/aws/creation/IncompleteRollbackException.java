package org.faasnetlab.testbed.aws.creation;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;

/** A cancelled set-up could not be taken back whole. */
public final class IncompleteRollbackException extends LabException {
    private static final long serialVersionUID = 1L;

    IncompleteRollbackException(String name, DeletionReport report) {
        super(
                Kind.FAILED,
                "Creation cancelled. " + report.sentence(),
                "To resume the deletion, delete testbed " + name + " again.");
    }
}
