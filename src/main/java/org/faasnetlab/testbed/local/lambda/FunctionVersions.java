package org.faasnetlab.testbed.local.lambda;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The registered memory sizes of the function. */
final class FunctionVersions {
    private final Map<String, FunctionVersion> byQualifier = new ConcurrentHashMap<>();

    FunctionVersion publish(int memoryMb) {
        FunctionVersion version = new FunctionVersion(memoryMb);
        byQualifier.put(version.qualifier(), version);
        return version;
    }

    /** @throws LambdaApiException (404) if the function or the version does not exist */
    FunctionVersion find(String function, String qualifier) throws LambdaApiException {
        FunctionVersion version = byQualifier.get(qualifier);
        if (version == null || !function.equals(FunctionVersion.FUNCTION)) {
            throw LambdaApiException.unknownFunction(FunctionVersion.arn(function, qualifier));
        }
        return version;
    }
}
