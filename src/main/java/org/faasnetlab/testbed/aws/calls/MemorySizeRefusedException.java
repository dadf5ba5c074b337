package org.faasnetlab.testbed.aws.calls;

import org.faasnetlab.LabException;

/** Lambda does not give a function this memory size; new accounts may have less than others. */
public final class MemorySizeRefusedException extends LabException {
    private static final long serialVersionUID = 1L;

    MemorySizeRefusedException(int memoryMb, Throwable cause) {
        super(
                Kind.REFUSED,
                "Lambda does not support functions with " + memoryMb + " MB in this account.",
                "Choose another size. New accounts may be limited to 3,008 MB until AWS raises the quota.",
                cause);
    }
}
