package org.faasnetlab.testing.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsAccounts;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.account.AwsIdentity;
import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.faasnetlab.testbed.aws.account.MfaPrompt;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.creation.CreationStep;
import org.faasnetlab.testbed.aws.creation.FunctionProbe;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;
import org.faasnetlab.testbed.aws.measuring.MeasurementLock;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.pricing.TestbedCost;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.faasnetlab.testbed.aws.stack.StackParameters;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testing.aws.TestProbeKey;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** An account with answers set by the test, which records its calls. */
public final class ScriptedAwsAccount implements AwsAccounts, AwsTestbeds {
    public final List<String> calls = new ArrayList<>();
    public final List<AwsTestbedSettings> settings = new ArrayList<>();
    public final List<AwsTestbedSettings> created = new ArrayList<>();
    public final List<TestbedStack> stacks = new ArrayList<>();
    public final List<AwsProfile> profiles = new ArrayList<>();
    public final List<PreflightResult> lines = new ArrayList<>();

    /** Further results of preflight checks for public servers. */
    public final List<PreflightResult> publicLines = new ArrayList<>();

    public List<String> zonesOfferingServers = List.of("eu-central-1a");
    public boolean streaming = true;
    public List<FunctionProbe.Result> functions = List.of();
    public Map<String, String> serverFacts = Map.of();
    public DeletionReport report = new DeletionReport("faasnetlab-lab", List.of(), List.of(), List.of());
    public LabException failure;

    /** An unexpected error that is thrown in place of {@link #failure}. */
    public Throwable unexpected;

    /** Which creation, opening or deletion fails, from 1; 0 for every one. */
    public int failingCall;

    /** Which run of the preflight checks fails, from 1; 0 for none. */
    public int failingPreflight;

    /** Whether servers show that they have read an extended lease. */
    public boolean extensionIsRead = true;

    /** Whether testbeds that were created are found. */
    public boolean findsCreated;

    public LabException findFailure;
    public LabException noCapacity;
    public Testbed testbed;
    public int runningServers = 1;

    /** The user who measures, or null. */
    public MeasurementLock.Holder holder;

    /** Called during a creation, deletion or opening. */
    public Runnable meanwhile = () -> {};

    public static TestbedStack stack(String name, String status, Instant created) throws LabException {
        return TestbedStack.of(
                        Stack.builder()
                                .stackId("arn:" + name)
                                .stackName("faasnetlab-" + name)
                                .stackStatus(status)
                                .creationTime(created)
                                .parameters(StackParameters.toCreate(
                                        AwsTestbedSettings.defaults(name, "eu-central-1a"),
                                        "ami-1",
                                        List.of(),
                                        null,
                                        TestProbeKey.VALUE))
                                .tags(Tag.builder()
                                        .key(AwsTestbedSettings.TAG)
                                        .value("faasnetlab-" + name)
                                        .build())
                                .build(),
                        "eu-central-1")
                .orElseThrow();
    }

    @Override
    public void askForMfaCodes(MfaPrompt prompt) {}

    @Override
    public List<AwsProfile> profiles() {
        return profiles;
    }

    @Override
    public AwsTestbeds in(@Nullable String profile, @Nullable String region) {
        calls.add("in " + profile + " " + region);
        return this;
    }

    @Override
    public String account() {
        return "work";
    }

    @Override
    public String region() {
        return "eu-central-1";
    }

    @Override
    public AwsIdentity identity() {
        return new AwsIdentity("123456789012", "arn:aws:iam::123456789012:user/ada");
    }

    @Override
    public List<String> zones() {
        return zonesOfferingServers;
    }

    @Override
    public List<String> zonesOffering(String serverType) {
        return zonesOfferingServers;
    }

    @Override
    public PriceTable prices(AwsTestbedSettings settings) {
        return PriceTable.bundled();
    }

    @Override
    public List<TestbedStack> list() {
        return stacks;
    }

    @Override
    public Optional<TestbedStack> find(String name) throws LabException {
        if (findFailure != null) {
            throw findFailure;
        }
        if (findsCreated
                && created.stream().anyMatch(settings -> settings.name().equals(name))) {
            return Optional.of(stack(name, "UPDATE_COMPLETE", RunRowBuilder.STARTED));
        }
        return stacks.stream().filter(stack -> stack.name().equals(name)).findFirst();
    }

    @Override
    public Map<String, Phrase> preflightTitles(AwsTestbedSettings wanted, int functions) {
        return Map.of("identity", Phrase.of("Account"));
    }

    @Override
    public AwsTestbeds observedBy(AwsCall.Listener listener) {
        return this;
    }

    @Override
    public List<PreflightResult> examine(TestbedStack testbed, Consumer<PreflightResult> listener) {
        lines.forEach(listener);
        return List.copyOf(lines);
    }

    @Override
    public List<PreflightResult> preflight(AwsTestbedSettings wanted, int functions, Consumer<PreflightResult> listener)
            throws LabException {
        calls.add("preflight " + functions);
        if (failure != null
                && calls.stream().filter(call -> call.startsWith("preflight")).count() == failingPreflight) {
            throw failure;
        }
        List<PreflightResult> results = new ArrayList<>(lines);
        if (wanted.outsideServers() > 0) {
            results.addAll(publicLines);
        }
        results.forEach(listener);
        return results;
    }

    @Override
    public CreationPlan plan(AwsTestbedSettings wanted, int functions, boolean askPrices) throws LabException {
        SettingsValidator.require(wanted);
        calls.add("plan " + functions + " " + askPrices);
        settings.add(wanted);
        return new CreationPlan(wanted, functions, region(), PriceTable.bundled());
    }

    @Override
    public ReadyTestbed create(
            AwsTestbedSettings wanted, List<Integer> memorySizes, CreationListener listener, Cancellation cancellation)
            throws LabException, InterruptedException {
        calls.add("create " + wanted.name() + " " + memorySizes);
        created.add(wanted);
        return finish(wanted, listener);
    }

    @Override
    public ReadyTestbed resume(
            String name, List<Integer> memorySizes, CreationListener listener, Cancellation cancellation)
            throws LabException, InterruptedException {
        calls.add("resume " + name + " " + memorySizes);
        return finish(AwsTestbedSettings.defaults(name, "eu-central-1a"), listener);
    }

    private ReadyTestbed finish(AwsTestbedSettings wanted, CreationListener listener)
            throws LabException, InterruptedException {
        listener.onStep(CreationStep.SERVERS, StepState.RUNNING);
        listener.onResource(
                ResourceProgress.of("Vpc", "AWS::EC2::VPC", "CREATE_COMPLETE", null, RunRowBuilder.STARTED));
        meanwhile();
        listener.onStep(CreationStep.SERVERS, StepState.DONE);
        AwsTestbedDescription description = new AwsTestbedDescription(
                wanted,
                "eu-central-1",
                RunRowBuilder.STARTED,
                RunRowBuilder.STARTED.plus(wanted.lease()),
                List.of("10.83.0.10"),
                List.of(),
                serverFacts,
                Map.of(),
                Map.of(),
                "bucket",
                "iperf3.zip",
                "subnet-1",
                "inside",
                null);
        return new ReadyTestbed(description, functions, streaming);
    }

    private int made;

    private void meanwhile() throws LabException, InterruptedException {
        failIfThisCallShall();
        meanwhile.run();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void failIfThisCallShall() throws LabException {
        made++;
        if (unexpected != null && (failingCall == 0 || failingCall == made)) {
            if (unexpected instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) unexpected;
        }
        if (failure != null && (failingCall == 0 || failingCall == made)) {
            throw failure;
        }
    }

    @Override
    public DeletionReport delete(String name, DeletionListener listener) throws LabException, InterruptedException {
        calls.add("delete " + name);
        listener.onStep(DeletionStep.SERVERS, StepState.RUNNING, "");
        meanwhile();
        listener.onStep(DeletionStep.SERVERS, StepState.DONE, "none running");
        return report;
    }

    @Override
    public Optional<MeasurementLock.Holder> measuring(TestbedStack stack) {
        return Optional.ofNullable(holder);
    }

    @Override
    public boolean release(TestbedStack stack, MeasurementLock.Holder current) {
        calls.add("release " + stack.name() + " " + current.id());
        holder = null;
        return true;
    }

    @Override
    public Instant extendLease(TestbedStack stack, Duration by) throws LabException {
        calls.add("extend " + stack.name() + " " + by);
        failIfThisCallShall();
        return stack.leaseEnd().orElseThrow().plus(by);
    }

    @Override
    public boolean awaitExtension(TestbedStack stack, Instant end, BooleanSupplier cancelled) {
        return extensionIsRead && !cancelled.getAsBoolean();
    }

    @Override
    public int runningServers(TestbedStack stack) {
        return runningServers;
    }

    @Override
    public Optional<Cost> costSoFar(TestbedStack stack) {
        return new TestbedCost(PriceTable.bundled()).hour(stack.settings().orElseThrow());
    }

    @Override
    public void requireCapacity(String name, boolean outside, int functions, boolean iperf3) throws LabException {
        calls.add("requireCapacity " + name + " " + outside + " " + functions + (iperf3 ? " iperf3" : ""));
        if (noCapacity != null) {
            throw noCapacity;
        }
    }

    @Override
    public Testbed open(String name, boolean outside) throws LabException, InterruptedException {
        calls.add("open " + name + " " + outside);
        meanwhile();
        return testbed;
    }
}
