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
                "Check that no security software blocks it, and try again.",
                cause);
    }

    static FunctionServiceException notUnpacked(Object zip, Object folder, Throwable cause) {
        return new FunctionServiceException(
                "Cannot unpack function " + zip + " to " + folder + ": " + cause.getMessage() + ".",
                "Check that the installation is complete and that the folder is writable.",
                cause);
    }
}
