package org.faasnetlab.testbed.aws.preflight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.calls.StackEventReader;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.aws.stack.TestbedState;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Examines an existing testbed: what is wrong with it, in one sentence for each part. Changes nothing. */
public final class TestbedDoctor {
    /** Enough for the functions that one server can serve. */
    private static final int FUNCTIONS = 8;

    private static final Duration SOON = Duration.ofMinutes(10);

    private final AwsAccount account;
    private final TestbedStack stack;
    private final Clock clock;

    public TestbedDoctor(AwsAccount account, TestbedStack stack, Clock clock) {
        this.account = account;
        this.stack = stack;
        this.clock = clock;
    }

    /**
     * Examines all parts, which takes some seconds.
     *
     * @param listener receives each result as soon as it is known, on the calling thread
     */
    public List<PreflightResult> examine(Consumer<PreflightResult> listener) throws InterruptedException {
        AwsQueries aws = new AwsQueries(account);
        CallerIdentityProbe caller = CallerIdentityProbe.probe(aws, clock);
        List<PreflightResult> results = new ArrayList<>();
        report(results, listener, caller.checkIdentity(aws.region()).line("identity", Phrase.of("Account")));
        report(results, listener, caller.checkClock().line("clock", Phrase.of("Clock")));
        for (Part part : parts()) {
            CheckResult result;
            try {
                result = part.check().check(aws);
            } catch (QueryFailedException e) {
                result = CheckResult.unknown(e);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            report(results, listener, result.line(part.id(), part.title()));
        }
        return List.copyOf(results);
    }

    private static void report(
            List<PreflightResult> results, Consumer<PreflightResult> listener, PreflightResult result) {
        results.add(result);
        listener.accept(result);
    }

    private record Part(String id, Phrase title, PreflightCheck check) {}

    private List<Part> parts() {
        ServerDiagnosis servers = new ServerDiagnosis(stack);
        FunctionDiagnosis functions = new FunctionDiagnosis(stack, clock);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("stack", Phrase.verbatim("Stack"), this::stack));
        parts.add(new Part("lease", Phrase.verbatim("Lease"), aws -> lease()));
        parts.add(new Part("servers", Phrase.verbatim("Servers"), servers::state));
        parts.add(new Part("console", Phrase.verbatim("Server console"), servers::console));
        parts.add(new Part("security-groups", Phrase.verbatim("Security groups"), servers::securityGroups));
        parts.add(new Part("functions", Phrase.verbatim("Functions"), functions::state));
        parts.add(new Part("log", Phrase.verbatim("Function log"), functions::log));
        stack.settings().ifPresent(settings -> addLimits(parts, settings));
        return parts;
    }

    private void addLimits(List<Part> parts, AwsTestbedSettings settings) {
        settings.network()
                .<Optional<Part>>map(
                        own -> Optional.empty(),
                        own -> Optional.of(new Part("dns", Phrase.of("DNS"), new DnsCheck(own.vpcId(), true))),
                        existing ->
                                Optional.of(new Part("dns", Phrase.of("DNS"), new DnsCheck(existing.vpcId(), false))))
                .ifPresent(parts::add);
        parts.add(new Part(
                "concurrency", Phrase.of("Concurrency"), new FunctionChecks(settings, FUNCTIONS)::concurrency));
        if (stack.state() != TestbedState.READY) {
            parts.add(new Part("vcpu-quota", Phrase.of("vCPU quota"), new VcpuQuotaCheck(settings)));
        }
    }

    private CheckResult stack(AwsQueries aws) throws QueryFailedException {
        if (stack.state() == TestbedState.READY && !stack.lastUpdateFailed()) {
            return CheckResult.ok("CloudFormation has created all resources.");
        }
        Optional<StackEvent> failure =
                aws.query("cloudformation:DescribeStackEvents", CloudFormationClient.builder(), cloudFormation -> {
                    StackEventReader events = new StackEventReader(cloudFormation, stack.id());
                    events.newEvents();
                    return events.firstFailure();
                });
        String state = "The stack is in state "
                + stack.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        if (failure.isPresent()) {
            return CheckResult.problem(
                    failure.get().logicalResourceId() + " failed first: "
                            + sentence(Optional.ofNullable(failure.get().resourceStatusReason())
                                    .orElse("AWS gives no reason")),
                    state + ". Remove the cause, then delete the testbed and create it again.");
        }
        return stack.reason().isEmpty()
                ? CheckResult.warning(
                        state + ", and no resource has failed.", "Wait, or resume the creation or deletion.")
                : CheckResult.problem(
                        state + ": " + sentence(stack.reason()), "Delete the testbed and create it again.");
    }

    private CheckResult lease() {
        Optional<Instant> end = stack.leaseEnd();
        if (end.isEmpty()) {
            return CheckResult.unknown(
                    "Another version of this program created the testbed.", "Use that version, or delete the testbed.");
        }
        Duration left = Duration.between(clock.instant(), end.get());
        if (left.isNegative()) {
            return CheckResult.problem(
                    "The lease has expired, and the servers have terminated.",
                    "Delete the testbed and create it again.");
        }
        return left.compareTo(SOON) < 0
                ? CheckResult.warning(
                        "The lease expires in " + left.toMinutes() + " minutes.",
                        "Extend it with 'faasnetlab aws extend " + stack.name() + "'.")
                : CheckResult.ok("The lease lasts for another " + left.toMinutes() + " minutes.");
    }

    static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
