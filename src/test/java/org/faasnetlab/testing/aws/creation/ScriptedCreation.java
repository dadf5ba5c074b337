package org.faasnetlab.testing.aws.creation;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.faasnetlab.testing.aws.creation.ScriptedCreation.NOON;
import static org.faasnetlab.testing.aws.creation.ScriptedCreation.SIZES;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.FunctionProbe;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.creation.TestbedCreation;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.StackParameters;
import org.faasnetlab.testing.aws.AwsEndpointStub;
import org.faasnetlab.testing.aws.FakeSleeper;
import org.faasnetlab.testing.aws.TestProbeKey;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Creations of the testbed "lab" in a {@link ScriptedAws}. Sleeping takes no time. */
public final class ScriptedCreation implements BeforeEachCallback, AfterEachCallback {
    public static final AwsTestbedSettings SETTINGS = AwsTestbedSettings.defaults("lab", "eu-central-1a");
    public static final SortedSet<Integer> SIZES = new TreeSet<>(List.of(512));
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:30Z");

    public final ScriptedAws aws = new ScriptedAws();
    public final FakeSleeper sleeper = new FakeSleeper(NOON);
    public final RecordingCreationListener events = new RecordingCreationListener();
    public final Cancellation cancellation = new Cancellation();
    public final List<String> deleted = new ArrayList<>();
    public AwsEndpointStub endpoint;
    private Path code;
    private LambdaInvoker invoker;

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        code = Files.writeString(Files.createTempFile("function", ".zip"), "code");
        endpoint = new AwsEndpointStub(aws);
        invoker = new SdkLambdaInvoker(endpoint.lambda(), ResponseMode.STREAMED, 1);
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        invoker.close();
        endpoint.close();
        Files.delete(code);
    }

    public ReadyTestbed create() throws LabException, InterruptedException {
        return creation(sleeper).create(SETTINGS, SIZES, events, cancellation);
    }

    public ReadyTestbed resume() throws LabException, InterruptedException {
        return creation(sleeper).resume("lab", SIZES, events, cancellation);
    }

    /** The failure of a creation. */
    public <E extends LabException> E failure(Class<E> type) {
        return catchThrowableOfType(type, this::create);
    }

    public TestbedCreation creation(FakeSleeper when) {
        return new TestbedCreation(
                endpoint.account(),
                code,
                new FunctionProbe(invoker, invoker, endpoint.account().failures(), when),
                (name, progress) -> {
                    deleted.add(name);
                    return new DeletionReport(name, List.of(), List.of(), List.of());
                },
                new SecureRandom(),
                when,
                when::cancellableBy);
    }

    /** Sets an existing stack with this status. */
    public void stackExists(String status) {
        StackParameters.toCreate(SETTINGS, "ami-0123456789abcdef0", List.of(), null, TestProbeKey.VALUE)
                .forEach(each -> aws.parameter(each.parameterKey(), each.parameterValue()));
        aws.bucketIsThere();
        aws.stack(status);
    }

    /** Sets functions with the uploaded code. */
    public void functionsCreated() {
        aws.parameter("WithFunctions", "true");
        aws.parameter("FunctionCodeKey", codeKey());
        aws.stack("UPDATE_COMPLETE");
    }

    /** Sets the next status of a stack without failures. */
    public void nextStatus() {
        if (endpoint.actions().contains("UpdateStack")) {
            functionsCreated();
        } else {
            aws.stack("CREATE_COMPLETE");
        }
    }

    /** Makes AWS refuse an action a number of times before it executes it. */
    public void refuseTimes(String action, int times, int status, String error, String message) {
        int[] left = {times};
        endpoint.services(request -> request.action().equals(action) && left[0]-- > 0
                ? AwsEndpointStub.Answer.refusal(request, status, error, message)
                : aws.answer(request));
    }

    /** Fields of the request with this action. */
    public Map<String, String> form(String action) {
        return endpoint.requests().stream()
                .filter(request -> request.action().equals(action))
                .findFirst()
                .orElseThrow()
                .form();
    }

    private String codeKey() {
        return endpoint.requests().stream()
                .filter(request -> request.service().equals("s3"))
                .filter(request -> request.method().equals("PUT"))
                .map(request -> request.uri().getPath().replaceFirst("/bucket-1/", ""))
                .findFirst()
                .orElse("none");
    }
}
