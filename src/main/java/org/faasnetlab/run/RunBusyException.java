package org.faasnetlab.run;

import org.faasnetlab.LabException;

/** Another run is under way; two at once would disturb each other's measurement. */
public final class RunBusyException extends LabException {
    private static final long serialVersionUID = 1L;

    public RunBusyException(String runId) {
        super(Kind.REFUSED, "Run " + runId + " is in progress.", "Wait until it has finished, or cancel it.");
    }
}
