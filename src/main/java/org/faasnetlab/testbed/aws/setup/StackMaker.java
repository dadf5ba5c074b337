package org.faasnetlab.testbed.aws.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.TestbedStack;
import org.faasnetlab.testbed.aws.TestbedState;
import org.faasnetlab.testbed.aws.setup.SetupException.Reason;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * Leads a testbed's stack from nothing to functions. It looks at the stack, does the one thing that its state asks for, and
 * looks again; what it remembers between two looks only spares requests, or tells a failure that it saw from an older one.
 */
final class StackMaker {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** What a new stack is made with; asked for only if there is none. */
    interface Plan {
        List<Parameter> parameters() throws LabException, InterruptedException;
    }

    private final String stackName;
    private final String region;
    private final Stacks stacks;
    private final CodeUpload code;
    private final AwsCalls calls;
    private final Clock clock;
    private final StepReport steps;
    private final SetupListener listener;

    private @Nullable StackEvents events;
    private boolean uploaded;
    private boolean updated;

    StackMaker(
            String stackName,
            String region,
            Stacks stacks,
            CodeUpload code,
            AwsCalls calls,
            Clock clock,
            StepReport steps,
            SetupListener listener) {
        this.stackName = stackName;
        this.region = region;
        this.stacks = stacks;
        this.code = code;
        this.calls = calls;
        this.clock = clock;
        this.steps = steps;
        this.listener = listener;
    }

    /**
     * Returns when the stack has functions with this program's code.
     *
     * @param plan for the case that there is no stack
     * @param isWanted whether a testbed that is there is the one that is meant
     */
    AwsTestbedDescription make(Plan plan, Predicate<TestbedStack> isWanted) throws LabException, InterruptedException {
        while (true) {
            Optional<Stack> found = calls.ask(() -> stacks.find(stackName));
            if (found.isEmpty()) {
                create(plan);
                continue;
            }
            TestbedStack stack = TestbedStack.of(found.get(), region).orElseThrow(this::notATestbed);
            if (!isWanted.test(stack)) {
                throw otherSettings();
            }
            tellNews(stack);
            if (hasFunctions(stack)) {
                steps.done(SetupStep.SERVERS);
                steps.done(SetupStep.CODE);
                steps.done(SetupStep.FUNCTIONS);
                return stack.description().orElseThrow(this::otherSettings);
            }
            advance(stack);
        }
    }

    private boolean hasFunctions(TestbedStack stack) throws SetupException {
        if (stack.state() == TestbedState.READY) {
            refuseWithoutServers(stack);
        }
        return stack.state() == TestbedState.READY && stack.codeKey().equals(code.key());
    }

    private void create(Plan plan) throws LabException, InterruptedException {
        if (events != null) {
            throw beingDeleted();
        }
        List<Parameter> parameters = plan.parameters();
        steps.begun(SetupStep.SERVERS);
        calls.ask(() -> {
            stacks.create(stackName, parameters);
            return stackName;
        });
    }

    private void advance(TestbedStack stack) throws LabException, InterruptedException {
        switch (stack.state()) {
            case CREATING -> {
                steps.begun(SetupStep.SERVERS);
                uploadIfPossible(stack);
                calls.pause(BETWEEN_LOOKS);
            }
            case ADDING_FUNCTIONS -> {
                updated = true;
                steps.done(SetupStep.SERVERS);
                steps.begun(SetupStep.FUNCTIONS);
                calls.pause(BETWEEN_LOOKS);
            }
            case FUNCTIONS_MISSING, READY -> {
                steps.done(SetupStep.SERVERS);
                refuseWithoutServers(stack);
                addFunctions(stack);
            }
            case DELETING, DELETE_FAILED -> throw beingDeleted();
            case FAILED -> throw notCreated(stack);
        }
    }

    private void addFunctions(TestbedStack stack) throws LabException, InterruptedException {
        if (updated && stack.lastUpdateFailed()) {
            throw functionsNotCreated(stack);
        }
        if (updated) {
            calls.pause(BETWEEN_LOOKS);
            return;
        }
        uploadIfPossible(stack);
        steps.begun(SetupStep.FUNCTIONS);
        calls.ask(() -> {
            stacks.addFunctions(stack, code.key());
            return stackName;
        });
        updated = true;
    }

    private void uploadIfPossible(TestbedStack stack) throws LabException, InterruptedException {
        Optional<String> bucket = uploaded ? Optional.empty() : calls.ask(() -> stacks.bucket(stack));
        if (bucket.isPresent()) {
            steps.begun(SetupStep.CODE);
            calls.ask(() -> {
                code.into(bucket.get());
                return code;
            });
            uploaded = true;
            steps.done(SetupStep.CODE);
        }
    }

    private void tellNews(TestbedStack stack) throws LabException, InterruptedException {
        StackEvents known = events == null ? stacks.events(stack) : events;
        events = known;
        for (StackEvent event : calls.ask(known::news)) {
            listener.onResource(ResourceProgress.of(event));
        }
    }

    private void refuseWithoutServers(TestbedStack stack) throws SetupException {
        Optional<Instant> end = stack.leaseEnd();
        if (end.isPresent() && clock.instant().isAfter(end.get())) {
            throw new SetupException(
                    Reason.LEASE_OVER,
                    "The lease of the testbed '" + stack.name() + "' is over, and its servers have ended themselves.",
                    "Tear the testbed down and set it up again.");
        }
    }

    private SetupException notCreated(TestbedStack stack) {
        Optional<StackEvent> failure = firstFailure();
        return new SetupException(
                Reason.NOT_CREATED,
                FailureText.sentence(failure, stack.reason()),
                FailureText.nextStep(failure, "Tear the testbed down, then set it up again."));
    }

    private SetupException functionsNotCreated(TestbedStack stack) {
        Optional<StackEvent> failure = firstFailure();
        return new SetupException(
                Reason.FUNCTIONS_NOT_CREATED,
                FailureText.sentence(failure, stack.reason()),
                FailureText.nextStep(failure, "Continue the set-up to try again, or tear the testbed down."));
    }

    private Optional<StackEvent> firstFailure() {
        return events == null ? Optional.empty() : events.firstFailure();
    }

    private SetupException beingDeleted() {
        return new SetupException(
                Reason.BEING_DELETED,
                "The testbed of the stack " + stackName + " is being taken away.",
                "Tear it down to the end, then set it up again.");
    }

    private SetupException notATestbed() {
        return new SetupException(
                Reason.NOT_A_TESTBED,
                "There is a stack " + stackName + " in " + region + " that is not a testbed of this program.",
                "Choose another name.");
    }

    private SetupException otherSettings() {
        return new SetupException(
                Reason.OTHER_SETTINGS,
                "There is a testbed of the stack " + stackName + " in " + region + " already, with other settings.",
                "Continue with that one, tear it down, or choose another name.");
    }
}
