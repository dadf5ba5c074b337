package org.faasnetlab.testbed.local;

import org.faasnetlab.LabException;

/** A trial asks for more functions than this testbed runs at once. */
public final class TooManyFunctionsException extends LabException {
    private static final long serialVersionUID = 1L;

    TooManyFunctionsException(int asked, int most) {
        super(
                Kind.REFUSED,
                "A trial with " + asked + " functions is more than the " + most
                        + " that may run at once on this computer.",
                "Choose fewer functions. The limit follows from this computer's memory; the setup of this testbed can raise it.");
    }
}
