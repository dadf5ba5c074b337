package org.faasnetlab.testbed.aws.creation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StackEventReader;
import org.faasnetlab.testbed.aws.calls.StepProgress;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.LeaseExtensions;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.aws.stack.TestbedState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * Creates a testbed's stack up to its functions. In a loop it requests the state of the stack and does the one thing
 * that this state requires. What it remembers between two requests only saves requests, or distinguishes a failure of
 * this creation from an older one.
 */
final class StackCreator {

    private static final Logger LOG = LoggerFactory.getLogger(StackCreator.class);

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

    /** A new stack; called only if there is none. */
    interface Plan {
        List<Parameter> parameters() throws LabException, InterruptedException;

        /** The user's own tags. */
        Map<String, String> tags();
    }

    private final StackClient stacks;
    private final LeaseExtensions extendedEnds;
    private final CodeUpload code;
    private final CreationCalls calls;
    private final Clock clock;
    private final StepProgress<CreationStep> steps;
    private final CreationListener listener;
    private final CreationFailures failures;

    private @Nullable StackEventReader events;
    private boolean incomplete;
    private boolean justCreated;
    private boolean uploaded;
    private boolean updated;

    StackCreator(
            StackClient stacks,
            LeaseExtensions extendedEnds,
            CodeUpload code,
            CreationCalls calls,
            Clock clock,
            StepProgress<CreationStep> steps,
            CreationListener listener) {
        this.stacks = stacks;
        this.extendedEnds = extendedEnds;
        this.code = code;
        this.calls = calls;
        this.clock = clock;
        this.steps = steps;
        this.listener = listener;
        this.failures = new CreationFailures(stacks.stackName(), stacks.region());
    }

    /**
     * Returns when the stack has functions with this program's code.
     *
     * @param plan used if there is no stack
     * @param isWanted whether an existing testbed is the requested one
     */
    AwsTestbedDescription create(Plan plan, Predicate<TestbedStack> isWanted)
            throws LabException, InterruptedException {
        while (true) {
            Optional<Stack> found = calls.call(stacks::find);
            if (found.isEmpty()) {
                createStack(plan);
                continue;
            }
            TestbedStack stack = TestbedStack.of(found.get(), stacks.region()).orElseThrow(failures::notATestbed);
            if (!isWanted.test(stack)) {
                throw failures.settingsDiffer();
            }
            incomplete |= events == null && isIncomplete(stack.state());
            reportEvents(stack);
            if (hasFunctions(stack)) {
                steps.done(CreationStep.SERVERS);
                steps.done(CreationStep.CODE);
                steps.done(CreationStep.FUNCTIONS);
                return stack.description().orElseThrow(failures::settingsDiffer);
            }
            advance(stack);
        }
    }

    /**
     * Whether this creation started the stack or found it incomplete; false if it was ready or belongs to something
     * else.
     */
    boolean isIncomplete() {
        return incomplete;
    }

    private static boolean isIncomplete(TestbedState state) {
        return state == TestbedState.CREATING
                || state == TestbedState.FUNCTIONS_MISSING
                || state == TestbedState.ADDING_FUNCTIONS;
    }

    private boolean hasFunctions(TestbedStack stack) throws LabException, InterruptedException {
        if (stack.state() == TestbedState.READY) {
            requireLease(stack);
        }
        return stack.state() == TestbedState.READY && stack.codeKey().equals(code.key());
    }

    private void createStack(Plan plan) throws LabException, InterruptedException {
        if (events != null) {
            throw failures.beingDeleted();
        }
        if (justCreated) {
            justCreated = false;
            calls.sleep(POLL_INTERVAL);
            return;
        }
        List<Parameter> parameters = calls.call(plan::parameters);
        steps.running(CreationStep.SERVERS);
        // Parameters are not logged, because they include a password.
        LOG.info("Creating the stack {}", stacks.stackName());
        incomplete = true;
        calls.call(() -> {
            stacks.create(parameters, plan.tags());
            return stacks;
        });
        justCreated = true;
    }

    private void advance(TestbedStack stack) throws LabException, InterruptedException {
        switch (stack.state()) {
            case CREATING -> {
                steps.running(CreationStep.SERVERS);
                uploadIfPossible(stack);
                calls.sleep(POLL_INTERVAL);
            }
            case ADDING_FUNCTIONS -> {
                updated = true;
                steps.done(CreationStep.SERVERS);
                steps.running(CreationStep.FUNCTIONS);
                calls.sleep(POLL_INTERVAL);
            }
            case FUNCTIONS_MISSING, READY -> {
                steps.done(CreationStep.SERVERS);
                requireLease(stack);
                addFunctions(stack);
            }
            case DELETING, DELETE_FAILED -> throw failures.beingDeleted();
            case FAILED -> throw failures.notCreated(stack, firstFailure());
        }
    }

    private void addFunctions(TestbedStack stack) throws LabException, InterruptedException {
        if (updated && stack.lastUpdateFailed()) {
            throw failures.functionsNotCreated(stack, firstFailure());
        }
        if (updated) {
            calls.sleep(POLL_INTERVAL);
            return;
        }
        uploadIfPossible(stack);
        steps.running(CreationStep.FUNCTIONS);
        LOG.info("Adding functions with the code {} to the stack {}", code.key(), stacks.stackName());
        calls.call(() -> {
            stacks.addFunctions(stack, code.key());
            return stacks;
        });
        updated = true;
    }

    private void uploadIfPossible(TestbedStack stack) throws LabException, InterruptedException {
        Optional<String> bucket = uploaded ? Optional.empty() : calls.call(() -> stacks.bucket(stack));
        if (bucket.isPresent()) {
            steps.running(CreationStep.CODE);
            calls.call(() -> {
                code.uploadTo(bucket.get());
                return code;
            });
            uploaded = true;
            steps.done(CreationStep.CODE);
        }
    }

    private void reportEvents(TestbedStack stack) throws LabException, InterruptedException {
        StackEventReader known = events == null ? stacks.events(stack) : events;
        events = known;
        for (StackEvent event : calls.call(known::newEvents)) {
            ResourceProgress progress = ResourceProgress.of(event);
            LOG.debug("{}", progress);
            listener.onResource(progress);
        }
    }

    private void requireLease(TestbedStack stack) throws LabException, InterruptedException {
        if (hasExpired(stack)
                && hasExpired(
                        stack.withExtendedEnd(calls.call(extendedEnds::ends).get(stacks.stackName())))) {
            throw failures.leaseExpired();
        }
    }

    private boolean hasExpired(TestbedStack stack) {
        return stack.leaseEnd().filter(clock.instant()::isAfter).isPresent();
    }

    private Optional<StackEvent> firstFailure() {
        return events == null ? Optional.empty() : events.firstFailure();
    }
}
