package org.faasnetlab.testbed.local.lambda;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The memory sizes that the service knows. */
final class FunctionVersions {
    private final Map<String, FunctionVersion> byQualifier = new ConcurrentHashMap<>();

    FunctionVersion publish(int memoryMb) {
        FunctionVersion version = new FunctionVersion(memoryMb);
        byQualifier.put(version.qualifier(), version);
        return version;
    }

    /** @throws LambdaApiException (404) if there is no such function or no such version of it */
    FunctionVersion find(String function, String qualifier) throws LambdaApiException {
        FunctionVersion version = byQualifier.get(qualifier);
        if (version == null || !function.equals(FunctionVersion.FUNCTION)) {
            throw LambdaApiException.unknownFunction(FunctionVersion.arn(function, qualifier));
        }
        return version;
    }
}
