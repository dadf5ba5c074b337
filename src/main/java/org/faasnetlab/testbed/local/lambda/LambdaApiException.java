package org.faasnetlab.testbed.local.lambda;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The service rejects a request before a function has started, with the same response as AWS Lambda. */
final class LambdaApiException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String body;

    private LambdaApiException(int status, String type, SortedMap<String, String> fields) {
        super(status + " " + type + " " + fields);
        this.status = status;
        this.type = type;
        this.body = JsonText.object(fields);
    }

    int status() {
        return status;
    }

    /** Value of the header {@code x-amzn-errortype}. */
    String type() {
        return type;
    }

    /** The JSON body. */
    String body() {
        return body;
    }

    static LambdaApiException invalidContent(String message) {
        return byUser(400, "InvalidRequestContentException", message);
    }

    static LambdaApiException invalidParameter(String message) {
        return byUser(400, "InvalidParameterValueException", message);
    }

    static LambdaApiException tooLarge(long maxBytes) {
        return byUser(
                413,
                "RequestTooLargeException",
                "Request must be smaller than " + maxBytes + " bytes for the InvokeFunction operation");
    }

    static LambdaApiException unknownFunction(String arn) {
        return new LambdaApiException(
                404,
                "ResourceNotFoundException",
                new TreeMap<>(Map.of("Type", "User", "Message", "Function not found: " + arn)));
    }

    static LambdaApiException unknownOperation() {
        return new LambdaApiException(404, "UnknownOperationException", new TreeMap<>());
    }

    static LambdaApiException wrongSignature(String message) {
        return new LambdaApiException(403, "InvalidSignatureException", new TreeMap<>(Map.of("message", message)));
    }

    static LambdaApiException tooManyInvocations() {
        return new LambdaApiException(
                429,
                "TooManyRequestsException",
                new TreeMap<>(Map.of("Reason", "ConcurrentInvocationLimitExceeded", "message", "Rate Exceeded.")));
    }

    static LambdaApiException closing() {
        return new LambdaApiException(
                500, "ServiceException", new TreeMap<>(Map.of("Message", "The service is being closed.")));
    }

    private static LambdaApiException byUser(int status, String type, String message) {
        return new LambdaApiException(status, type, new TreeMap<>(Map.of("Type", "User", "message", message)));
    }
}
