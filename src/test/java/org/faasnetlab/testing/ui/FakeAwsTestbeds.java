package org.faasnetlab.testing.ui;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.account.AwsIdentity;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.creation.CreationStep;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.creation.StepState;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;
import org.faasnetlab.testbed.aws.deletion.DeletionStepProgress;
import org.faasnetlab.testbed.aws.deletion.LeftoverResource;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.PublicServerPassword;
import org.faasnetlab.testbed.aws.stack.StackParameters;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testing.run.StubTestbed;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Testbeds on an AWS that is only pretended: it remembers what was asked of it, and fails when it is told to. */
public final class FakeAwsTestbeds implements AwsTestbeds {
    public static final Instant MADE = Instant.parse("2026-11-23T10:42:00Z");
    public static final Clock HALF_AN_HOUR_LATER = Clock.fixed(MADE.plus(Duration.ofMinutes(30)), ZoneOffset.UTC);

    private final List<AwsTestbedSettings> begun = new ArrayList<>();
    private final List<String> continued = new ArrayList<>();
    private final List<String> tornDown = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final List<TestbedStack> stacks = new ArrayList<>();
    private final List<LeftoverResource> left = new ArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private String account = "default credentials";
    private String region = "eu-central-1";
    private LabException nextFailure;

    public void choose(String newAccount, String newRegion) {
        account = newAccount;
        region = newRegion;
    }

    /** The next question or job fails with this. */
    public void failNext(LabException failure) {
        nextFailure = failure;
    }

    /** A set-up waits in its middle until the latch is open. */
    public void holdSetUp(CountDownLatch until) {
        gate = until;
    }

    /** A testbed stands, made here or elsewhere. */
    public void stands(AwsTestbedSettings settings, StackStatus status, boolean withFunctions, Instant createdAt) {
        List<Parameter> parameters = new ArrayList<>(StackParameters.toCreate(
                settings, "ami-0123456789abcdef0", PublicServerPassword.random(new SecureRandom())));
        parameters.removeIf(one -> one.parameterKey().equals("WithFunctions"));
        parameters.add(Parameter.builder()
                .parameterKey("WithFunctions")
                .parameterValue(String.valueOf(withFunctions))
                .build());
        Stack stack = Stack.builder()
                .stackId("arn:aws:cloudformation:" + region + ":123456789012:stack/" + settings.stackName() + "/1")
                .stackName(settings.stackName())
                .stackStatus(status)
                .creationTime(createdAt)
                .parameters(parameters)
                .tags(Tag.builder()
                        .key(AwsTestbedSettings.TAG)
                        .value(settings.stackName())
                        .build())
                .build();
        stacks.removeIf(one -> one.name().equals(settings.name()));
        stacks.add(TestbedStack.of(stack, region).orElseThrow());
    }

    /** The next teardown leaves this. */
    public void leaves(LeftoverResource one) {
        left.add(one);
    }

    public List<AwsTestbedSettings> begun() {
        return begun;
    }

    public List<String> continued() {
        return continued;
    }

    public List<String> tornDown() {
        return tornDown;
    }

    public List<String> opened() {
        return opened;
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public String region() {
        return region;
    }

    @Override
    public AwsIdentity identity() throws LabException {
        failIfTold();
        return new AwsIdentity("123456789012", "arn:aws:sts::123456789012:assumed-role/Research/ada");
    }

    @Override
    public List<String> zones() {
        return List.of(region + "a", region + "b", region + "c");
    }

    /** The Region's first zone does not have the types whose names end with 24xlarge. */
    @Override
    public List<String> zonesWith(String serverType) {
        if (serverType.startsWith("c9")) {
            return List.of();
        }
        return serverType.endsWith(".24xlarge") ? List.of(region + "b", region + "c") : zones();
    }

    @Override
    public PriceTable prices(AwsTestbedSettings settings) {
        return PriceTable.bundled();
    }

    @Override
    public List<TestbedStack> list() throws LabException {
        failIfTold();
        return List.copyOf(stacks);
    }

    @Override
    public Optional<TestbedStack> find(String name) {
        return stacks.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    @Override
    public Map<String, String> preflightTitles(AwsTestbedSettings settings, int functions) {
        Map<String, String> titles = new LinkedHashMap<>();
        lines(functions).forEach(line -> titles.put(line.id(), line.title()));
        return titles;
    }

    @Override
    public List<PreflightResult> preflight(
            AwsTestbedSettings settings, int functions, Consumer<PreflightResult> listener) {
        List<PreflightResult> lines = lines(functions);
        lines.forEach(listener);
        return lines;
    }

    private static List<PreflightResult> lines(int functions) {
        return List.of(
                new PreflightResult(
                        "identity",
                        "Account",
                        PreflightResult.State.OK,
                        "You are ada in the account 123456789012.",
                        ""),
                new PreflightResult(
                        "concurrency",
                        "Concurrency",
                        PreflightResult.State.PROBLEM,
                        "The account lets 10 functions run at once, and " + functions + " are wanted.",
                        "Ask AWS for a higher quota, or measure with 10 functions."),
                new PreflightResult(
                        "bandwidth",
                        "Server bandwidth",
                        PreflightResult.State.WARNING,
                        "The functions can send 62.5 Gbit/s, the servers' lasting bandwidth is 6.25 Gbit/s.",
                        "Choose larger servers or more of them."),
                new PreflightResult(
                        "actions",
                        "Permissions",
                        PreflightResult.State.UNKNOWN,
                        "AWS does not let you ask what you may do.",
                        "Compare your policy with the one below."));
    }

    @Override
    public CreationPlan plan(AwsTestbedSettings settings, boolean askPrices) {
        return new CreationPlan(settings, PriceTable.bundled());
    }

    @Override
    public ReadyTestbed setUp(
            AwsTestbedSettings settings,
            List<Integer> memorySizes,
            CreationListener listener,
            Cancellation cancellation)
            throws LabException, InterruptedException {
        begun.add(settings);
        return make(settings, listener);
    }

    @Override
    public ReadyTestbed goOn(
            String name, List<Integer> memorySizes, CreationListener listener, Cancellation cancellation)
            throws LabException, InterruptedException {
        continued.add(name);
        AwsTestbedSettings settings = find(name)
                .flatMap(TestbedStack::settings)
                .orElseGet(() -> AwsTestbedSettings.defaults(name, region + "a"));
        return make(settings, listener);
    }

    private ReadyTestbed make(AwsTestbedSettings settings, CreationListener listener)
            throws LabException, InterruptedException {
        listener.onStep(CreationStep.SERVERS, StepState.UNDER_WAY);
        tell(listener, "Vpc", "AWS::EC2::VPC", ResourceProgress.State.UNDER_WAY, "CREATE_IN_PROGRESS", 0);
        tell(listener, "Vpc", "AWS::EC2::VPC", ResourceProgress.State.READY, "CREATE_COMPLETE", 14);
        tell(listener, "Bucket", "AWS::S3::Bucket", ResourceProgress.State.READY, "CREATE_COMPLETE", 21);
        tell(
                listener,
                "Server1Instance",
                "AWS::EC2::Instance",
                ResourceProgress.State.UNDER_WAY,
                "CREATE_IN_PROGRESS",
                30);
        gate.await();
        if (nextFailure != null) {
            listener.onStep(CreationStep.SERVERS, StepState.FAILED);
        }
        failIfTold();
        for (CreationStep step : CreationStep.values()) {
            listener.onStep(step, StepState.DONE);
        }
        stands(settings, StackStatus.UPDATE_COMPLETE, true, MADE);
        return new ReadyTestbed(
                new AwsTestbedDescription(
                        settings,
                        region,
                        MADE,
                        List.of("10.83.0.4"),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        "faasnetlab-lab-bucket",
                        "iperf3.zip",
                        "subnet-0123456789abcdef0",
                        settings.stackName() + "-inside",
                        null),
                List.of(),
                true);
    }

    private static void tell(
            CreationListener listener,
            String name,
            String type,
            ResourceProgress.State state,
            String status,
            int second) {
        listener.onResource(new ResourceProgress(name, type, state, status, "", MADE.plusSeconds(second)));
    }

    @Override
    public DeletionReport tearDown(String name, DeletionListener listener) throws LabException {
        tornDown.add(name);
        failIfTold();
        for (DeletionStep step : DeletionStep.values()) {
            listener.step(new DeletionStepProgress(step, DeletionStepProgress.State.DONE, "", MADE));
        }
        stacks.removeIf(one -> one.name().equals(name));
        List<LeftoverResource> found = List.copyOf(left);
        left.clear();
        return new DeletionReport(AwsTestbedSettings.stackName(name), found, List.of(), List.of());
    }

    @Override
    public Optional<Cost> soFar(TestbedStack testbed) {
        return Optional.of(new Cost(new BigDecimal("0.123"), List.of()));
    }

    @Override
    public void requireRoom(String name, boolean outside, int functions, boolean iperf3) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Testbed open(String name, boolean outside) throws LabException {
        failIfTold();
        opened.add(name);
        return new StubTestbed(name);
    }

    private void failIfTold() throws LabException {
        LabException failure = nextFailure;
        nextFailure = null;
        if (failure != null) {
            throw failure;
        }
    }
}
