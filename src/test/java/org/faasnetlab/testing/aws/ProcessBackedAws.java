package org.faasnetlab.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SignedInvocation;
import org.faasnetlab.testbed.local.lambda.LocalLambdaService;
import org.faasnetlab.testing.aws.AwsEndpointStub.Answer;
import org.faasnetlab.testing.aws.AwsEndpointStub.Request;
import org.faasnetlab.testing.local.FunctionZip;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

/**
 * An emulator for managed resources, and the local Lambda service for invocations: a version in the emulator runs as a
 * process with its memory size. The servers' addresses, which the emulator makes up, are moved to loopback, where tests run
 * an iperf3.
 */
public final class ProcessBackedAws implements AwsEndpointStub.Services {
    private static final Pattern INVOCATION =
            Pattern.compile("/[0-9-]+/functions/([^/]+)/(response-streaming-invocations|invocations)");
    private static final Pattern SERVER =
            Pattern.compile("(<OutputKey>Server\\d+Address</OutputKey>\\s*<OutputValue>)\\d+\\.");

    private final AwsEndpointStub.Services managed;
    private final LambdaClient lambda;
    private final LocalLambdaService processes;
    private final Path functionRoot;

    /**
     * @param managed answers the requests for managed resources
     * @param functionRoot of {@link FunctionZip}, whose processes get the variables of the function in the emulator
     */
    public ProcessBackedAws(
            AwsEndpointStub.Services managed, LambdaClient lambda, LocalLambdaService processes, Path functionRoot) {
        this.functionRoot = functionRoot;
        this.managed = managed;
        this.lambda = lambda;
        this.processes = processes;
    }

    @Override
    public Answer answer(Request request) throws IOException, InterruptedException {
        Answer answer = managed.answer(request);
        if (!request.action().equals("DescribeStacks")) {
            return answer;
        }
        String stacks = new String(answer.body(), StandardCharsets.UTF_8);
        return new Answer(
                answer.status(),
                answer.contentType(),
                SERVER.matcher(stacks).replaceAll("$1127.").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean stream(Request request, HttpExchange exchange) throws IOException, InterruptedException {
        Matcher invocation = INVOCATION.matcher(request.uri().getPath());
        String query = request.uri().getQuery();
        if (!invocation.matches() || query == null) { // the check for streaming invokes a function that does not exist
            return false;
        }
        String version = query.replaceFirst("^Qualifier=", "");
        GetFunctionConfigurationResponse function = lambda.getFunctionConfiguration(
                asked -> asked.functionName(invocation.group(1)).qualifier(version));
        int memoryMb = function.memorySize();
        FunctionZip.setEnvironment(functionRoot, function.environment().variables());
        ResponseMode mode = invocation.group(2).equals("invocations") ? ResponseMode.BUFFERED : ResponseMode.STREAMED;
        pass(SignedInvocation.send(processes.endpoint(), mode, processes.function(memoryMb), request.body()), exchange);
        return true;
    }

    private static void pass(HttpResponse<InputStream> answer, HttpExchange exchange) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (name.startsWith("x-amz") || name.equals("content-type")) {
                exchange.getResponseHeaders().set(name, values.get(0));
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), 0);
        byte[] chunk = new byte[16_384];
        try (InputStream from = answer.body()) {
            OutputStream to = exchange.getResponseBody();
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                to.write(chunk, 0, read);
                to.flush();
            }
        }
    }
}
