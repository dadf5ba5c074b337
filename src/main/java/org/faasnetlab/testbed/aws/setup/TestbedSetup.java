package org.faasnetlab.testbed.aws.setup;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsAccount;
import org.faasnetlab.testbed.aws.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.BadTestbedSettingException;
import org.faasnetlab.testbed.aws.OutsidePassword;
import org.faasnetlab.testbed.aws.ServerImages;
import org.faasnetlab.testbed.aws.SettingsCheck;
import org.faasnetlab.testbed.aws.StackParameters;
import org.faasnetlab.testbed.aws.TestbedStack;
import org.faasnetlab.testbed.aws.calls.Pause;
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
public final class TestbedSetup {

    private final AwsAccount account;
    private final Path functionZip;
    private final FunctionProbe probe;
    private final Teardown teardown;
    private final SecureRandom random;
    private final Clock clock;
    private final Function<Cancellation, Pause> pauses;

    /**
     * @param functionZip the functions' code
     * @param random for the password of servers with public addresses
     * @param pauses pauses that a cancellation ends
     */
    public TestbedSetup(
            AwsAccount account,
            Path functionZip,
            FunctionProbe probe,
            Teardown teardown,
            SecureRandom random,
            Clock clock,
            Function<Cancellation, Pause> pauses) {
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
     * @throws BadTestbedSettingException if AWS would refuse a setting, before anything is made
     * @throws SetupException if it cannot be made, or was cancelled
     */
    public ReadyTestbed setUp(
            AwsTestbedSettings settings,
            SortedSet<Integer> memorySizes,
            SetupListener listener,
            Cancellation cancellation)
            throws LabException, InterruptedException {
        SettingsCheck.require(settings);
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
     * @throws SetupException if there is none, it cannot be made, or was cancelled
     */
    public ReadyTestbed goOn(
            String name, SortedSet<Integer> memorySizes, SetupListener listener, Cancellation cancellation)
            throws LabException, InterruptedException {
        return run(
                name,
                () -> {
                    throw new SetupException(
                            SetupException.Reason.NO_TESTBED,
                            "There is no testbed '" + name + "' in " + account.region() + ".",
                            "Set a testbed up, or choose the Region where it is.");
                },
                stack -> true,
                memorySizes,
                listener,
                cancellation);
    }

    private ReadyTestbed run(
            String name,
            StackMaker.Plan plan,
            Predicate<TestbedStack> isWanted,
            SortedSet<Integer> memorySizes,
            SetupListener listener,
            Cancellation cancellation)
            throws LabException, InterruptedException {
        StepReport steps = new StepReport(listener);
        AwsCalls calls =
                new AwsCalls(account.failures(), clock, pauses.apply(cancellation), cancellation, listener::onDelay);
        try (CloudFormationClient cloudFormation = account.clientWithoutRetries(CloudFormationClient.builder());
                S3Client s3 = account.clientWithoutRetries(S3Client.builder())) {
            StackMaker stack = new StackMaker(
                    AwsTestbedSettings.stackName(name),
                    account.region().id(),
                    new Stacks(cloudFormation),
                    new CodeUpload(s3, functionZip),
                    calls,
                    clock,
                    steps,
                    listener);
            try {
                AwsTestbedDescription testbed = stack.make(plan, isWanted);
                return new FunctionMaker(account, probe, calls, steps).make(testbed, memorySizes);
            } catch (CancelledException cancelled) {
                steps.failed();
                throw takeBack(name, stack);
            } catch (LabException failed) {
                steps.failed();
                throw failed;
            }
        }
    }

    private SetupException takeBack(String name, StackMaker stack) throws LabException, InterruptedException {
        if (!stack.isInTheMaking()) {
            return new SetupException(
                    SetupException.Reason.CANCELLED,
                    "The set-up was cancelled; there was nothing that it had to take away.",
                    "Start it again when you want to go on.");
        }
        teardown.tearDown(name);
        return new SetupException(
                SetupException.Reason.CANCELLED,
                "The set-up was cancelled, and what had been made is taken away.",
                "Set the testbed up again when you want it.");
    }

    private List<Parameter> parameters(AwsTestbedSettings settings) throws LabException {
        String image = ServerImages.newest(account, settings.architecture());
        @Nullable OutsidePassword password = settings.outsideServers() == 0 ? null : OutsidePassword.random(random);
        return StackParameters.toCreate(settings, image, password);
    }
}
