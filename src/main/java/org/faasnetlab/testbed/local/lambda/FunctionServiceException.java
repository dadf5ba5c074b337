package org.faasnetlab.testbed.local.lambda;

import org.faasnetlab.LabException;

/** The function or its service cannot be set up on this computer. */
public final class FunctionServiceException extends LabException {
    private static final long serialVersionUID = 1L;

    private FunctionServiceException(String sentence, String nextStep, Throwable cause) {
        super(Kind.FAILED, sentence, nextStep, cause);
    }

    static FunctionServiceException notListening(Throwable cause) {
        return new FunctionServiceException(
                "The local Lambda service cannot open a port on 127.0.0.1: " + cause.getMessage() + ".",
                "Check that no security program forbids it, then try again.",
                cause);
    }

    static FunctionServiceException notUnpacked(Object zip, Object folder, Throwable cause) {
        return new FunctionServiceException(
                "The function " + zip + " cannot be unpacked to " + folder + ": " + cause.getMessage() + ".",
                "Check that the installation is complete and that the folder can be written to.",
                cause);
    }
}
