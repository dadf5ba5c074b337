package org.faasnetlab.testbed.aws.creation;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.PublicServerPassword;
import org.faasnetlab.testbed.aws.stack.ServerImageFinder;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.faasnetlab.testbed.aws.stack.StackParameters;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Sets testbeds up. Nothing is remembered between calls: whatever ended the last one, on this computer or another, the next
 * goes on from what AWS says. One call works on the caller's thread until the testbed is ready, which takes minutes.
 * Interrupting the thread leaves the testbed as it is. Cancelling takes it away, unless it was ready before: a testbed that
 * others may be using is not lost because nobody waits for one more memory size.
 */
public final class TestbedCreation {

    private final AwsAccount account;
    private final Path functionZip;
    private final FunctionProbe probe;
    private final CreationRollback teardown;
    private final SecureRandom random;
    private final Clock clock;
    private final Function<Cancellation, Sleeper> pauses;

    /**
     * @param functionZip the functions' code
     * @param random for the password of servers with public addresses
     * @param pauses pauses that a cancellation ends
     */
    public TestbedCreation(
            AwsAccount account,
            Path functionZip,
            FunctionProbe probe,
            CreationRollback teardown,
            SecureRandom random,
            Clock clock,
            Function<Cancellation, Sleeper> pauses) {
        this.account = account;
        this.functionZip = functionZip;
        this.probe = probe;
        this.teardown = teardown;
        this.random = random;
        this.clock = clock;
        this.pauses = pauses;
    }

    /**
     * Makes a testbed, or goes on with the one of this name and these settings.
     *
     * @param memorySizes sizes in MB at which functions are made ready
     * @throws InvalidTestbedSettingException if AWS would refuse a setting, before anything is made
     * @throws CreationException if it cannot be made, or was cancelled
     */
    public ReadyTestbed setUp(
            AwsTestbedSettings settings,
            SortedSet<Integer> memorySizes,
            CreationListener listener,
            Cancellation cancellation)
            throws LabException, InterruptedException {
        SettingsValidator.require(settings);
        return run(
                settings.name(),
                () -> parameters(settings),
                stack -> stack.settings().equals(Optional.of(settings)),
                memorySizes,
                listener,
                cancellation);
    }

    /**
     * Goes on with a testbed that is there, whoever began it, or makes more memory sizes of a ready one.
     *
     * @throws CreationException if there is none, it cannot be made, or was cancelled
     */
    public ReadyTestbed goOn(
            String name, SortedSet<Integer> memorySizes, CreationListener listener, Cancellation cancellation)
            throws LabException, InterruptedException {
        return run(
                name,
                () -> {
                    throw new CreationException(
                            CreationException.Reason.NO_TESTBED,
                            "Testbed \"" + name + "\" does not exist in " + account.region() + ".",
                            "Create it, or choose the Region in which it exists.");
                },
                stack -> true,
                memorySizes,
                listener,
                cancellation);
    }

    private ReadyTestbed run(
            String name,
            StackCreator.Plan plan,
            Predicate<TestbedStack> isWanted,
            SortedSet<Integer> memorySizes,
            CreationListener listener,
            Cancellation cancellation)
            throws LabException, InterruptedException {
        CreationProgress steps = new CreationProgress(listener);
        CreationCalls calls = new CreationCalls(
                account.failures(), clock, pauses.apply(cancellation), cancellation, listener::onDelay);
        try (CloudFormationClient cloudFormation = account.clientWithoutRetries(CloudFormationClient.builder());
                S3Client s3 = account.clientWithoutRetries(S3Client.builder())) {
            StackCreator stack = new StackCreator(
                    AwsTestbedSettings.stackName(name),
                    account.region().id(),
                    new StackClient(cloudFormation),
                    new CodeUpload(s3, functionZip),
                    calls,
                    clock,
                    steps,
                    listener);
            try {
                AwsTestbedDescription testbed = stack.make(plan, isWanted);
                return new FunctionCreator(account, probe, calls, steps).make(testbed, memorySizes);
            } catch (CreationCancelledException cancelled) {
                steps.failed();
                throw takeBack(name, stack);
            } catch (LabException failed) {
                steps.failed();
                throw failed;
            }
        }
    }

    private CreationException takeBack(String name, StackCreator stack) throws LabException, InterruptedException {
        if (!stack.isInTheMaking()) {
            return new CreationException(
                    CreationException.Reason.CANCELLED,
                    "Creation cancelled. There was nothing to delete.",
                    "To continue, start it again.");
        }
        teardown.tearDown(name);
        return new CreationException(
                CreationException.Reason.CANCELLED,
                "Creation cancelled, and all created resources were deleted.",
                "To create the testbed, start again.");
    }

    private List<Parameter> parameters(AwsTestbedSettings settings) throws LabException {
        String image = ServerImageFinder.newest(account, settings.architecture());
        @Nullable
        PublicServerPassword password = settings.outsideServers() == 0 ? null : PublicServerPassword.random(random);
        return StackParameters.toCreate(settings, image, password);
    }
}
