package org.faasnetlab.testbed.local.lambda;

import org.faasnetlab.invoke.FunctionRef;

/**
 * The function with one memory size. On AWS this is a published version; here the version number is the memory size.
 *
 * @param memoryMb 128 to 10,240
 */
record FunctionVersion(int memoryMb) {
    static final String REGION = "local";
    static final String FUNCTION = "faasnetlab";
    static final int MIN_MB = 128;
    private static final int MAX_MB = 10_240;

    FunctionVersion {
        if (memoryMb < MIN_MB || memoryMb > MAX_MB) {
            throw new IllegalArgumentException(
                    "the memory size of a function must be " + MIN_MB + " to " + MAX_MB + " MB, not " + memoryMb);
        }
    }

    String qualifier() {
        return Integer.toString(memoryMb);
    }

    FunctionRef ref() {
        return new FunctionRef(FUNCTION, qualifier());
    }

    String arn() {
        return arn(FUNCTION, qualifier());
    }

    static String arn(String function, String qualifier) {
        return "arn:aws:lambda:" + REGION + ":000000000000:function:" + function + ":" + qualifier;
    }
}
