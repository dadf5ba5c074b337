package org.faasnetlab.testbed.aws.setup;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.faasnetlab.testbed.aws.setup.ScriptedSetup.NOON;
import static org.faasnetlab.testbed.aws.setup.ScriptedSetup.SIZES;

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
import org.faasnetlab.invoke.StreamingLambdaInvoker;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.StackParameters;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Set-ups of the testbed "lab" on an AWS that a test writes the answers of. Waiting takes no time. */
final class ScriptedSetup implements BeforeEachCallback, AfterEachCallback {
    static final AwsTestbedSettings SETTINGS = AwsTestbedSettings.defaults("lab", "eu-central-1a");
    static final SortedSet<Integer> SIZES = new TreeSet<>(List.of(512));
    static final Instant NOON = Instant.parse("2026-11-23T12:00:30Z");

    final ScriptedAws aws = new ScriptedAws();
    final TestTime time = new TestTime(NOON);
    final HeardSetup heard = new HeardSetup();
    final Cancellation cancellation = new Cancellation();
    final List<String> tornDown = new ArrayList<>();
    AwsFront front;
    private Path code;
    private LambdaInvoker invoker;

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        code = Files.writeString(Files.createTempFile("function", ".zip"), "code");
        front = new AwsFront(aws);
        invoker = new StreamingLambdaInvoker(front.lambda(), 1);
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        invoker.close();
        front.close();
        Files.delete(code);
    }

    ReadyTestbed setUp() throws LabException, InterruptedException {
        return setup(time).setUp(SETTINGS, SIZES, heard, cancellation);
    }

    ReadyTestbed goOn() throws LabException, InterruptedException {
        return setup(time).goOn("lab", SIZES, heard, cancellation);
    }

    /** Why it cannot be set up. */
    <E extends LabException> E failure(Class<E> type) {
        return catchThrowableOfType(type, this::setUp);
    }

    TestbedSetup setup(TestTime when) {
        return new TestbedSetup(
                front.account(),
                code,
                new FunctionProbe(invoker, invoker, front.account().failures(), when),
                tornDown::add,
                new SecureRandom(),
                when,
                when::endedBy);
    }

    /** The stack is there already. */
    void existing(String status) {
        StackParameters.toCreate(SETTINGS, "ami-0123456789abcdef0", null)
                .forEach(each -> aws.parameter(each.parameterKey(), each.parameterValue()));
        aws.bucketIsThere();
        aws.stack(status);
    }

    /** The functions are there, with the code that was uploaded. */
    void functionsMade() {
        aws.parameter("WithFunctions", "true");
        aws.parameter("FunctionCodeKey", codeKey());
        aws.stack("UPDATE_COMPLETE");
    }

    /** The next state that a stack without trouble comes to. */
    void nextStatus() {
        if (front.actions().contains("UpdateStack")) {
            functionsMade();
        } else {
            aws.stack("CREATE_COMPLETE");
        }
    }

    /** AWS refuses this action so many times, and then does it. */
    void refuseOften(String action, int times, int status, String error, String message) {
        int[] left = {times};
        front.services(request -> request.action().equals(action) && left[0]-- > 0
                ? AwsFront.Answer.refusal(request, status, error, message)
                : aws.answer(request));
    }

    /** What the request asked for. */
    Map<String, String> form(String action) {
        return front.requests().stream()
                .filter(request -> request.action().equals(action))
                .findFirst()
                .orElseThrow()
                .form();
    }

    private String codeKey() {
        return front.requests().stream()
                .filter(request -> request.service().equals("s3"))
                .filter(request -> request.method().equals("PUT"))
                .map(request -> request.uri().getPath().replaceFirst("/bucket-1/", ""))
                .findFirst()
                .orElse("none");
    }
}
