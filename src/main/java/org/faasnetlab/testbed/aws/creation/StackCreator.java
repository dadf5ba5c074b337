package org.faasnetlab.testbed.aws.creation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StackEventReader;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.aws.stack.TestbedState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * Leads a testbed's stack from nothing to functions. It looks at the stack, does the one thing that its state asks for, and
 * looks again; what it remembers between two looks only spares requests, or tells a failure that it saw from an older one.
 */
final class StackCreator {

    private static final Logger LOG = LoggerFactory.getLogger(StackCreator.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** What a new stack is made with; asked for only if there is none. */
    interface Plan {
        List<Parameter> parameters() throws LabException, InterruptedException;
    }

    private final String stackName;
    private final String region;
    private final StackClient stacks;
    private final CodeUpload code;
    private final CreationCalls calls;
    private final Clock clock;
    private final CreationProgress steps;
    private final CreationListener listener;
    private final CreationFailures refusals;

    private @Nullable StackEventReader events;
    private boolean inTheMaking;
    private boolean justCreated;
    private boolean uploaded;
    private boolean updated;

    StackCreator(
            String stackName,
            String region,
            StackClient stacks,
            CodeUpload code,
            CreationCalls calls,
            Clock clock,
            CreationProgress steps,
            CreationListener listener) {
        this.stackName = stackName;
        this.region = region;
        this.stacks = stacks;
        this.code = code;
        this.calls = calls;
        this.clock = clock;
        this.steps = steps;
        this.listener = listener;
        this.refusals = new CreationFailures(stackName, region);
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
            TestbedStack stack = TestbedStack.of(found.get(), region).orElseThrow(refusals::notATestbed);
            if (!isWanted.test(stack)) {
                throw refusals.otherSettings();
            }
            inTheMaking |= events == null && isHalfMade(stack.state());
            tellNews(stack);
            if (hasFunctions(stack)) {
                steps.done(CreationStep.SERVERS);
                steps.done(CreationStep.CODE);
                steps.done(CreationStep.FUNCTIONS);
                return stack.description().orElseThrow(refusals::otherSettings);
            }
            advance(stack);
        }
    }

    /** Whether this set-up began the stack, or found it half made; not if it was ready, or is another's. */
    boolean isInTheMaking() {
        return inTheMaking;
    }

    private static boolean isHalfMade(TestbedState state) {
        return state == TestbedState.CREATING
                || state == TestbedState.FUNCTIONS_MISSING
                || state == TestbedState.ADDING_FUNCTIONS;
    }

    private boolean hasFunctions(TestbedStack stack) throws CreationException {
        if (stack.state() == TestbedState.READY) {
            refuseWithoutServers(stack);
        }
        return stack.state() == TestbedState.READY && stack.codeKey().equals(code.key());
    }

    private void create(Plan plan) throws LabException, InterruptedException {
        if (events != null) {
            throw refusals.beingDeleted();
        }
        if (justCreated) {
            justCreated = false;
            calls.pause(BETWEEN_LOOKS);
            return;
        }
        List<Parameter> parameters = calls.ask(plan::parameters);
        steps.begun(CreationStep.SERVERS);
        // Parameters are not logged: there is a password among them.
        LOG.info("Creating the stack {}", stackName);
        inTheMaking = true;
        calls.ask(() -> {
            stacks.create(stackName, parameters);
            return stackName;
        });
        justCreated = true;
    }

    private void advance(TestbedStack stack) throws LabException, InterruptedException {
        switch (stack.state()) {
            case CREATING -> {
                steps.begun(CreationStep.SERVERS);
                uploadIfPossible(stack);
                calls.pause(BETWEEN_LOOKS);
            }
            case ADDING_FUNCTIONS -> {
                updated = true;
                steps.done(CreationStep.SERVERS);
                steps.begun(CreationStep.FUNCTIONS);
                calls.pause(BETWEEN_LOOKS);
            }
            case FUNCTIONS_MISSING, READY -> {
                steps.done(CreationStep.SERVERS);
                refuseWithoutServers(stack);
                addFunctions(stack);
            }
            case DELETING, DELETE_FAILED -> throw refusals.beingDeleted();
            case FAILED -> throw refusals.notCreated(stack, firstFailure());
        }
    }

    private void addFunctions(TestbedStack stack) throws LabException, InterruptedException {
        if (updated && stack.lastUpdateFailed()) {
            throw refusals.functionsNotCreated(stack, firstFailure());
        }
        if (updated) {
            calls.pause(BETWEEN_LOOKS);
            return;
        }
        uploadIfPossible(stack);
        steps.begun(CreationStep.FUNCTIONS);
        LOG.info("Adding functions with the code {} to the stack {}", code.key(), stackName);
        calls.ask(() -> {
            stacks.addFunctions(stack, code.key());
            return stackName;
        });
        updated = true;
    }

    private void uploadIfPossible(TestbedStack stack) throws LabException, InterruptedException {
        Optional<String> bucket = uploaded ? Optional.empty() : calls.ask(() -> stacks.bucket(stack));
        if (bucket.isPresent()) {
            steps.begun(CreationStep.CODE);
            calls.ask(() -> {
                code.into(bucket.get());
                return code;
            });
            uploaded = true;
            steps.done(CreationStep.CODE);
        }
    }

    private void tellNews(TestbedStack stack) throws LabException, InterruptedException {
        StackEventReader known = events == null ? stacks.events(stack) : events;
        events = known;
        for (StackEvent event : calls.ask(known::news)) {
            ResourceProgress progress = ResourceProgress.of(event);
            LOG.debug("{}", progress);
            listener.onResource(progress);
        }
    }

    private void refuseWithoutServers(TestbedStack stack) throws CreationException {
        Optional<Instant> end = stack.leaseEnd();
        if (end.isPresent() && clock.instant().isAfter(end.get())) {
            throw refusals.leaseOver();
        }
    }

    private Optional<StackEvent> firstFailure() {
        return events == null ? Optional.empty() : events.firstFailure();
    }
}
