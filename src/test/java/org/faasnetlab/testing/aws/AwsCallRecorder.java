package org.faasnetlab.testing.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Records every request that the product sends through the AWS SDK in a test, and every response that an emulator or a stub
 * gives, in {@code target/aws-calls}. {@code AwsCallsIT} compares them with botocore's service models. The SDK finds this
 * class by a resource on the test class path.
 */
public final class AwsCallRecorder implements ExecutionInterceptor {
    public static final Path FOLDER = Path.of("target", "aws-calls");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Equal calls are recorded once by each process. */
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private static final Path FILE = FOLDER.resolve(ProcessHandle.current().pid() + ".jsonl");

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        ObjectNode call = call("request", attributes);
        call.set("members", JSON.valueToTree(members(context.request())));
        write(call);
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Optional<InputStream> body = context.responseBody();
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (body.isEmpty() || context.httpResponse().statusCode() / 100 != 2 || isPayload(service, operation)) {
            return body;
        }
        try {
            byte[] bytes = body.get().readAllBytes();
            ObjectNode call = call("response", attributes);
            call.put("body", new String(bytes, StandardCharsets.UTF_8));
            write(call);
            return Optional.of(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Records a request of code that signs its requests itself, as a stub received it. Its operation is that whose path it has.
     *
     * @param line first line of the request
     * @param headers by lower-case name
     */
    public static void recordInvocation(String line, Map<String, String> headers) {
        String[] words = line.split(" ");
        ObjectNode call = JSON.createObjectNode();
        call.put("kind", "http");
        call.put("service", "Lambda");
        call.put("operation", words[1].contains("/response-streaming-") ? "InvokeWithResponseStream" : "Invoke");
        call.put("method", words[0]);
        call.put("path", words[1]);
        ObjectNode sent = call.putObject("headers");
        // Values of the signature and of the connection differ from request to request.
        headers.forEach((name, value) -> sent.put(name, name.startsWith("x-amz-inv") ? value : ""));
        write(call);
    }

    private static boolean isPayload(String service, String operation) {
        return (service.equals("S3") && operation.equals("GetObject")) || operation.startsWith("Invoke");
    }

    private static ObjectNode call(String kind, ExecutionAttributes attributes) {
        ObjectNode call = JSON.createObjectNode();
        call.put("kind", kind);
        call.put("service", attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
        call.put("operation", attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        return call;
    }

    private static Object members(SdkPojo request) {
        Map<String, Object> members = new java.util.LinkedHashMap<>();
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            Object plain = plain(value);
            if (plain != null) {
                members.put(field.memberName(), plain);
            }
        }
        return members;
    }

    private static Object plain(Object value) {
        if (value == null
                || value instanceof software.amazon.awssdk.core.util.SdkAutoConstructList<?>
                || value instanceof software.amazon.awssdk.core.util.SdkAutoConstructMap<?, ?>) {
            return null;
        }
        if (value instanceof SdkPojo pojo) {
            return members(pojo);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(AwsCallRecorder::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new java.util.LinkedHashMap<>();
            map.forEach((key, item) -> plain.put(key.toString(), plain(item)));
            return plain;
        }
        if (value instanceof SdkBytes bytes) {
            return Map.of("bytes", Base64.getEncoder().encodeToString(bytes.asByteArray()));
        }
        return value instanceof Instant ? Map.of("timestamp", value.toString()) : value;
    }

    private static void write(ObjectNode call) {
        String line = call.toString();
        if (!KNOWN.add(line)) {
            return;
        }
        call.put("test", test());
        try {
            Files.createDirectories(FOLDER);
            synchronized (KNOWN) {
                Files.writeString(FILE, call + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The test that is running, if it is on the stack of this thread. */
    private static String test() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> name.matches("org\\.faasnetlab\\..*(Test|IT)"))
                        .findFirst())
                .orElse("another thread");
    }
}
