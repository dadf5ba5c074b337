package org.faasnetlab.testbed.aws.stack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A testbed as its stack describes it. Has no {@code toString} of its own, because parameters must not be logged. */
public final class TestbedStack {

    private final Stack stack;
    private final String region;

    private final @Nullable Instant extendedEnd;

    private TestbedStack(Stack stack, String region, @Nullable Instant extendedEnd) {
        this.stack = stack;
        this.region = region;
        this.extendedEnd = extendedEnd;
    }

    /** This testbed with the extended end of its lease; null if it was not extended. */
    public TestbedStack withExtendedEnd(@Nullable Instant end) {
        return new TestbedStack(stack, region, end);
    }

    /** The testbed of a stack; empty if the stack does not have a testbed's tag. */
    public static Optional<TestbedStack> of(Stack stack, String region) {
        return stack.tags().stream().anyMatch(tag -> tag.key().equals(AwsTestbedSettings.TAG))
                ? Optional.of(new TestbedStack(stack, region, null))
                : Optional.empty();
    }

    /** The stack's ID, which is unique even if another stack gets the same name later. */
    public String id() {
        return stack.stackId();
    }

    public String stackName() {
        return stack.stackName();
    }

    /** The testbed's name as the user chose it. */
    public String name() {
        return stackName().replaceFirst("^faasnetlab-", "");
    }

    public String region() {
        return region;
    }

    public Instant createdAt() {
        return stack.creationTime();
    }

    public TestbedState state() {
        return TestbedState.of(
                stack.stackStatus(), parameter("WithFunctions").orElse("").equals("true"));
    }

    /** CloudFormation's reason for the stack's status, often empty. */
    public String reason() {
        return Optional.ofNullable(stack.stackStatusReason()).orElse("");
    }

    /** Whether CloudFormation rolled back the last attempt to add functions. */
    public boolean lastUpdateFailed() {
        return stack.stackStatus() == StackStatus.UPDATE_ROLLBACK_COMPLETE;
    }

    /** The user's choices; empty if another version of this program created the stack from another template. */
    public Optional<AwsTestbedSettings> settings() {
        SortedMap<String, String> tags = new TreeMap<>();
        stack.tags().stream()
                .filter(tag -> !tag.key().equals(AwsTestbedSettings.TAG))
                .forEach(tag -> tags.put(tag.key(), tag.value()));
        return StackParameters.settings(name(), stack.parameters(), tags);
    }

    /**
     * When the servers terminate themselves, extensions included, accurate to the few minutes that they take to start; empty if the settings
     * are unknown.
     */
    public Optional<Instant> leaseEnd() {
        return settings()
                .map(settings -> createdAt().plus(settings.lease()))
                .map(end -> extendedEnd != null && extendedEnd.isAfter(end) ? extendedEnd : end);
    }

    /** Key of the functions' code in the bucket; empty if there are no functions. */
    public String codeKey() {
        return parameter("FunctionCodeKey").orElse("");
    }

    /** Parameters that give the stack's functions this code and keep everything else. */
    public List<Parameter> parametersForCode(String codeKey) {
        return StackParameters.toAddFunctions(stack.parameters(), codeKey);
    }

    /** Everything that measurements need; empty while there are no functions. */
    public Optional<AwsTestbedDescription> description() {
        StackOutputs outputs = new StackOutputs(stack.outputs());
        if (state() != TestbedState.READY || outputs.find("InsideFunction").isEmpty()) {
            return Optional.empty();
        }
        return settings()
                .map(settings -> new AwsTestbedDescription(
                        settings,
                        region,
                        createdAt(),
                        leaseEnd().orElseThrow(),
                        outputs.addresses("Server"),
                        outputs.addresses("OutsideServer"),
                        outputs.facts("ServerFacts"),
                        outputs.facts("OutsideServerFacts"),
                        systems(outputs),
                        outputs.text("Bucket"),
                        outputs.text("Iperf3Key"),
                        outputs.text("SubnetId"),
                        outputs.text("InsideFunction"),
                        outputs.find("OutsideFunction").orElse(null)));
    }

    private static Map<String, SortedMap<String, String>> systems(StackOutputs outputs) {
        Map<String, SortedMap<String, String>> systems = new TreeMap<>(outputs.systems("ServerFacts"));
        systems.putAll(outputs.systems("OutsideServerFacts"));
        return systems;
    }

    /** Name of the bucket, once everything but the functions exists. */
    public Optional<String> bucket() {
        return new StackOutputs(stack.outputs()).find("Bucket");
    }

    private Optional<String> parameter(String key) {
        return stack.parameters().stream()
                .filter(each -> each.parameterKey().equals(key))
                .map(Parameter::parameterValue)
                .findFirst();
    }
}
