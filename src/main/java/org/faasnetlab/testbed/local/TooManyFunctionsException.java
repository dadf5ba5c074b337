package org.faasnetlab.testbed.local;

import org.faasnetlab.LabException;

/** A trial asks for more functions than this testbed runs at once. */
public final class TooManyFunctionsException extends LabException {
    private static final long serialVersionUID = 1L;

    TooManyFunctionsException(int asked, int most) {
        super(
                Kind.REFUSED,
                "A trial with " + asked + " concurrent functions exceeds the limit of this computer, " + most + ".",
                "Use fewer functions, or raise the limit, which is based on available memory, in the testbed settings.");
    }
}
