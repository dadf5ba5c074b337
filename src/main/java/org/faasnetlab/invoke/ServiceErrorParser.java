package org.faasnetlab.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.faasnetlab.protocol.ProtocolException;

/** Parses the error formats of the Lambda service. */
final class ServiceErrorParser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY_REQUESTS = 429;

    private ServiceErrorParser() {}

    /** Parses the last event of a stream, {@code {"ErrorCode":..., "ErrorDetails":...}}, empty on success. */
    static InvocationEnd ofInvokeComplete(byte[] payload) throws ProtocolException {
        JsonNode json;
        try {
            json = JSON.readTree(payload);
        } catch (IOException e) {
            throw new ProtocolException("the last event is not JSON", e);
        }
        String code = json.path("ErrorCode").asText();
        return code.isEmpty()
                ? new InvocationEnd.Complete()
                : new InvocationEnd.FunctionError(
                        code, json.path("ErrorDetails").asText());
    }

    /**
     * Parses the body that Invoke returns for a failed function, {@code {"errorType":..., "errorMessage":...}}.
     *
     * @param kind value of the header {@code X-Amz-Function-Error}
     */
    static InvocationEnd ofFunctionError(String kind, byte[] body) {
        JsonNode json = tree(body);
        String type = json.path("errorType").asText();
        String message = json.path("errorMessage").asText();
        return new InvocationEnd.FunctionError(
                type.isEmpty() ? kind : type,
                message.isEmpty() ? new String(body, StandardCharsets.UTF_8).strip() : message);
    }

    /** Parses an error that the service reports inside a stream, after the function has started. */
    static InvocationEnd ofException(String type, byte[] payload) {
        JsonNode json = tree(payload);
        return new InvocationEnd.FunctionError(type, message(json, payload));
    }

    /**
     * Parses a response with a status other than 200.
     *
     * @param errorType value of the header {@code x-amzn-errortype}, or empty
     */
    static InvocationEnd ofRefusal(int status, String errorType, byte[] body) {
        JsonNode json = tree(body);
        String message = message(json, body);
        if (status == TOO_MANY_REQUESTS) {
            String reason = json.path("Reason").asText();
            return new InvocationEnd.Throttled(reason.isEmpty() ? message : message + " (" + reason + ")");
        }
        String type = errorType.isEmpty() ? json.path("__type").asText() : errorType;
        return new InvocationEnd.Rejected(status, bareName(type), message);
    }

    // The type has the format Name, Name:http://..., or namespace#Name.
    private static String bareName(String type) {
        String name = type.substring(type.indexOf('#') + 1);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static String message(JsonNode json, byte[] body) {
        for (String field : new String[] {"message", "Message"}) {
            if (json.path(field).isTextual()) {
                return json.path(field).asText();
            }
        }
        return new String(body, StandardCharsets.UTF_8).strip();
    }

    // A proxy may return its own page instead of JSON; then use its text as the message.
    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read from memory", e);
        }
    }
}
