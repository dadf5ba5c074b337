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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.account.AwsIdentity;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.creation.CreationStep;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;
import org.faasnetlab.testbed.aws.deletion.LeftoverResource;
import org.faasnetlab.testbed.aws.measuring.MeasurementLock;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.PublicServerPassword;
import org.faasnetlab.testbed.aws.stack.StackParameters;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testing.aws.TestProbeKey;
import org.faasnetlab.testing.run.StubTestbed;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Fake testbeds on AWS: records its calls, and fails on request. */
public final class FakeAwsTestbeds implements AwsTestbeds {
    public static final Instant CREATED = Instant.parse("2026-11-23T10:42:00Z");
    public static final Clock HALF_AN_HOUR_LATER = Clock.fixed(CREATED.plus(Duration.ofMinutes(30)), ZoneOffset.UTC);

    private final List<AwsTestbedSettings> created = new ArrayList<>();
    private final List<String> resumed = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final List<TestbedStack> stacks = new ArrayList<>();
    private final List<LeftoverResource> leftovers = new ArrayList<>();
    private volatile CountDownLatch latch = new CountDownLatch(0);
    private String account = "default credentials";
    private String region = "eu-central-1";
    private LabException nextFailure;

    public void choose(String newAccount, String newRegion) {
        account = newAccount;
        region = newRegion;
    }

    /** Makes the next call that can fail throw this. */
    public void failNext(LabException failure) {
        nextFailure = failure;
    }

    /** Makes creations wait until the latch is open. */
    public void blockCreation(CountDownLatch until) {
        latch = until;
    }

    /** Adds a testbed that was created here or elsewhere. */
    public void exists(AwsTestbedSettings settings, StackStatus status, boolean withFunctions, Instant createdAt) {
        List<Parameter> parameters = new ArrayList<>(StackParameters.toCreate(
                settings,
                "ami-0123456789abcdef0",
                List.of(),
                PublicServerPassword.random(new SecureRandom()),
                TestProbeKey.VALUE));
        parameters.removeIf(parameter -> parameter.parameterKey().equals("WithFunctions"));
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
        stacks.removeIf(each -> each.name().equals(settings.name()));
        stacks.add(TestbedStack.of(stack, region).orElseThrow());
    }

    /** Makes the next deletion leave this resource. */
    public void leaveNext(LeftoverResource resource) {
        leftovers.add(resource);
    }

    public List<AwsTestbedSettings> created() {
        return created;
    }

    public List<String> resumed() {
        return resumed;
    }

    public List<String> deleted() {
        return deleted;
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
        throwNextFailure();
        return new AwsIdentity("123456789012", "arn:aws:sts::123456789012:assumed-role/Research/ada");
    }

    @Override
    public List<String> zones() {
        return List.of(region + "a", region + "b", region + "c");
    }

    /** The Region's first zone does not have the types whose names end with 24xlarge. */
    @Override
    public List<String> zonesOffering(String serverType) {
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
        throwNextFailure();
        return List.copyOf(stacks);
    }

    @Override
    public Optional<TestbedStack> find(String name) {
        return stacks.stream().filter(stack -> stack.name().equals(name)).findFirst();
    }

    @Override
    public Map<String, Phrase> preflightTitles(AwsTestbedSettings settings, int functions) {
        Map<String, Phrase> titles = new LinkedHashMap<>();
        lines(functions).forEach(line -> titles.put(line.id(), line.title()));
        return titles;
    }

    @Override
    public AwsTestbeds observedBy(AwsCall.Listener listener) {
        return this;
    }

    @Override
    public List<PreflightResult> examine(TestbedStack testbed, Consumer<PreflightResult> listener) {
        return List.of();
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
                        Phrase.verbatim("Account"),
                        PreflightResult.State.OK,
                        Phrase.verbatim("You are ada in account 123456789012."),
                        Phrase.verbatim("")),
                new PreflightResult(
                        "concurrency",
                        Phrase.verbatim("Concurrency"),
                        PreflightResult.State.PROBLEM,
                        Phrase.verbatim(functions + " concurrent functions requested, but the account limit is 10."),
                        Phrase.verbatim("Use 10 or fewer, or request a higher quota.")),
                new PreflightResult(
                        "bandwidth",
                        Phrase.verbatim("Server bandwidth"),
                        PreflightResult.State.WARNING,
                        Phrase.verbatim(
                                "The functions can send 62.5 Gbit/s, but the baseline bandwidth of the servers is 6.25 Gbit/s."),
                        Phrase.verbatim("Use larger or more servers.")),
                new PreflightResult(
                        "actions",
                        Phrase.verbatim("Permissions"),
                        PreflightResult.State.UNKNOWN,
                        Phrase.verbatim("You are not authorized to simulate your permissions."),
                        Phrase.verbatim("Compare your policy with the one below.")));
    }

    @Override
    public CreationPlan plan(AwsTestbedSettings settings, int functions, boolean askPrices) {
        return new CreationPlan(settings, functions, region, PriceTable.bundled());
    }

    @Override
    public ReadyTestbed create(
            AwsTestbedSettings settings,
            List<Integer> memorySizes,
            CreationListener listener,
            Cancellation cancellation)
            throws LabException, InterruptedException {
        created.add(settings);
        return finish(settings, listener);
    }

    @Override
    public ReadyTestbed resume(
            String name, List<Integer> memorySizes, CreationListener listener, Cancellation cancellation)
            throws LabException, InterruptedException {
        resumed.add(name);
        AwsTestbedSettings settings = find(name)
                .flatMap(TestbedStack::settings)
                .orElseGet(() -> AwsTestbedSettings.defaults(name, region + "a"));
        return finish(settings, listener);
    }

    private ReadyTestbed finish(AwsTestbedSettings settings, CreationListener listener)
            throws LabException, InterruptedException {
        listener.onStep(CreationStep.SERVERS, StepState.RUNNING);
        report(listener, "Vpc", "AWS::EC2::VPC", ResourceProgress.State.IN_PROGRESS, "CREATE_IN_PROGRESS", 0);
        report(listener, "Vpc", "AWS::EC2::VPC", ResourceProgress.State.COMPLETE, "CREATE_COMPLETE", 14);
        report(listener, "Bucket", "AWS::S3::Bucket", ResourceProgress.State.COMPLETE, "CREATE_COMPLETE", 21);
        report(
                listener,
                "Server1Instance",
                "AWS::EC2::Instance",
                ResourceProgress.State.IN_PROGRESS,
                "CREATE_IN_PROGRESS",
                30);
        latch.await();
        if (nextFailure != null) {
            listener.onStep(CreationStep.SERVERS, StepState.FAILED);
        }
        throwNextFailure();
        for (CreationStep step : CreationStep.values()) {
            listener.onStep(step, StepState.DONE);
        }
        exists(settings, StackStatus.UPDATE_COMPLETE, true, CREATED);
        return new ReadyTestbed(
                new AwsTestbedDescription(
                        settings,
                        region,
                        CREATED,
                        CREATED.plus(settings.lease()),
                        List.of("10.83.0.4"),
                        List.of(),
                        Map.of(),
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

    private static void report(
            CreationListener listener,
            String name,
            String type,
            ResourceProgress.State state,
            String status,
            int second) {
        listener.onResource(new ResourceProgress(name, type, state, status, "", CREATED.plusSeconds(second)));
    }

    @Override
    public DeletionReport delete(String name, DeletionListener listener) throws LabException {
        deleted.add(name);
        throwNextFailure();
        for (DeletionStep step : DeletionStep.values()) {
            listener.onStep(step, StepState.DONE, "");
        }
        stacks.removeIf(stack -> stack.name().equals(name));
        List<LeftoverResource> found = List.copyOf(leftovers);
        leftovers.clear();
        return new DeletionReport(AwsTestbedSettings.stackName(name), found, List.of(), List.of());
    }

    /** Sets the user who measures on every testbed. */
    public void measuring(MeasurementLock.Holder user) {
        holder = user;
    }

    @Override
    public Optional<MeasurementLock.Holder> measuring(TestbedStack testbed) {
        return Optional.ofNullable(holder);
    }

    @Override
    public boolean release(TestbedStack testbed, MeasurementLock.Holder current) {
        holder = null;
        return true;
    }

    @Override
    public boolean awaitExtension(TestbedStack testbed, Instant end, BooleanSupplier cancelled) {
        return true;
    }

    @Override
    public Instant extendLease(TestbedStack testbed, Duration by) {
        Instant end = testbed.leaseEnd().orElseThrow().plus(by);
        stacks.replaceAll(stack -> stack.name().equals(testbed.name()) ? stack.withExtendedEnd(end) : stack);
        return end;
    }

    @Override
    public int runningServers(TestbedStack testbed) {
        return 1;
    }

    @Override
    public Optional<Cost> costSoFar(TestbedStack testbed) {
        return Optional.of(new Cost(new BigDecimal("0.123"), List.of()));
    }

    @Override
    public void requireCapacity(String name, boolean outside, int functions, boolean iperf3) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Testbed open(String name, boolean outside) throws LabException {
        throwNextFailure();
        opened.add(name);
        return new StubTestbed(name);
    }

    private MeasurementLock.@Nullable Holder holder;

    private void throwNextFailure() throws LabException {
        LabException failure = nextFailure;
        nextFailure = null;
        if (failure != null) {
            throw failure;
        }
    }
}
