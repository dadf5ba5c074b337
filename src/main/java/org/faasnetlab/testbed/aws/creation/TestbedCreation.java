package org.faasnetlab.testbed.aws.creation;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.aws.calls.StepProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.LeaseExtensions;
import org.faasnetlab.testbed.aws.stack.PublicServerPassword;
import org.faasnetlab.testbed.aws.stack.ServerImageFinder;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.faasnetlab.testbed.aws.stack.StackParameters;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.aws.stack.VpcDns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Creates testbeds. Holds no state: after any interruption, on this computer or another, the next call resumes from
 * what AWS reports. A call blocks until the testbed is ready, which takes minutes. Interrupting the thread leaves the
 * testbed as it is. Cancelling deletes it unless it was ready before, because others may be using a ready testbed.
 */
public final class TestbedCreation {
    private static final Logger LOG = LoggerFactory.getLogger(TestbedCreation.class);

    /** Deletes a testbed, in whatever state it is, and reports what is left. */
    @FunctionalInterface
    public interface Rollback {
        DeletionReport delete(String name, DeletionListener listener) throws LabException, InterruptedException;
    }

    private final AwsAccount account;
    private final Path functionZip;
    private final FunctionProbe probe;
    private final Rollback rollback;
    private final SecureRandom random;
    private final Clock clock;
    private final Function<Cancellation, Sleeper> sleepers;

    /**
     * @param functionZip deployment package of the functions
     * @param random source of the password of servers with public addresses, and of the key of latency probes
     * @param rollback called when a creation is cancelled
     * @param sleepers creates the sleeper of a creation, which stops when the creation is cancelled
     */
    public TestbedCreation(
            AwsAccount account,
            Path functionZip,
            FunctionProbe probe,
            Rollback rollback,
            SecureRandom random,
            Clock clock,
            Function<Cancellation, Sleeper> sleepers) {
        this.account = account;
        this.functionZip = functionZip;
        this.probe = probe;
        this.rollback = rollback;
        this.random = random;
        this.clock = clock;
        this.sleepers = sleepers;
    }

    /**
     * Creates a testbed, or resumes the one with this name and these settings.
     *
     * @param memorySizes memory sizes in MB to publish versions for
     * @throws InvalidTestbedSettingException if AWS would refuse a setting; then nothing is created
     * @throws CreationException if it cannot be created, or was cancelled
     */
    public ReadyTestbed create(
            AwsTestbedSettings settings,
            SortedSet<Integer> memorySizes,
            CreationListener listener,
            Cancellation cancellation)
            throws LabException, InterruptedException {
        SettingsValidator.require(settings);
        return run(
                settings.name(),
                new StackCreator.Plan() {
                    @Override
                    public List<Parameter> parameters() throws LabException, InterruptedException {
                        return TestbedCreation.this.parameters(settings);
                    }

                    @Override
                    public Map<String, String> tags() {
                        return settings.tags();
                    }
                },
                stack -> stack.settings().equals(Optional.of(settings)),
                memorySizes,
                listener,
                cancellation);
    }

    /**
     * Resumes the creation of an existing testbed, or publishes more memory sizes of a ready one.
     *
     * @throws CreationException if there is none, it cannot be created, or was cancelled
     */
    public ReadyTestbed resume(
            String name, SortedSet<Integer> memorySizes, CreationListener listener, Cancellation cancellation)
            throws LabException, InterruptedException {
        return run(
                name,
                new StackCreator.Plan() {
                    @Override
                    public List<Parameter> parameters() throws CreationException {
                        throw new CreationException(
                                CreationException.Reason.NO_TESTBED,
                                Phrase.of("Testbed \"{0}\" does not exist in {1}.", name, account.region()),
                                Phrase.of("Create it, or choose the Region in which it exists."));
                    }

                    @Override
                    public Map<String, String> tags() {
                        return Map.of();
                    }
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
        StepProgress<CreationStep> steps = new StepProgress<>((step, state, detail) -> listener.onStep(step, state));
        CreationCalls calls = new CreationCalls(
                account.failures(), clock, sleepers.apply(cancellation), cancellation, listener::onDelay);
        try (CloudFormationClient cloudFormation = account.clientWithoutRetries(CloudFormationClient.builder());
                S3Client s3 = account.clientWithoutRetries(S3Client.builder())) {
            StackCreator stack = new StackCreator(
                    new StackClient(
                            cloudFormation,
                            AwsTestbedSettings.stackName(name),
                            account.region().id()),
                    new LeaseExtensions(account),
                    new CodeUpload(s3, functionZip),
                    calls,
                    clock,
                    steps,
                    listener);
            try {
                AwsTestbedDescription testbed = stack.create(plan, isWanted);
                return new FunctionCreator(account, probe, calls, steps).create(testbed, memorySizes);
            } catch (Cancellation.CancelledException e) {
                steps.fail();
                throw rollBack(name, stack, listener);
            } catch (LabException e) {
                steps.fail();
                throw e;
            }
        }
    }

    private CreationException rollBack(String name, StackCreator stack, CreationListener listener)
            throws LabException, InterruptedException {
        if (!stack.isIncomplete()) {
            return new CreationException(
                    CreationException.Reason.CANCELLED,
                    Phrase.of("Creation cancelled. There was nothing to delete."),
                    Phrase.of("To continue, start it again."));
        }
        DeletionReport report = rollback.delete(name, new DeletionListener() {
            @Override
            public void onStep(DeletionStep step, StepState state, String detail) {
                LOG.info("{}: {} {}", step.label(), state, detail);
            }

            @Override
            public void onResource(ResourceProgress resource) {
                listener.onResource(resource);
            }
        });
        if (!report.isClean()) {
            return new CreationException(
                    CreationException.Reason.ROLLBACK_INCOMPLETE,
                    Phrase.sentences(Phrase.of("Creation cancelled."), report.sentence()),
                    Phrase.of("To resume the deletion, delete testbed {0} again.", name));
        }
        return new CreationException(
                CreationException.Reason.CANCELLED,
                Phrase.of("Creation cancelled, and all created resources were deleted."),
                Phrase.of("To create the testbed, start again."));
    }

    /** Without permission to read them, the VPC is assumed to use the DNS of AWS. */
    private List<String> dnsServers(AwsTestbedSettings settings) throws LabException {
        Optional<String> vpcId = settings.network()
                .map(
                        own -> Optional.empty(),
                        own -> Optional.of(own.vpcId()),
                        existing -> Optional.of(existing.vpcId()));
        if (vpcId.isEmpty()) {
            return List.of();
        }
        try {
            return account.query(Ec2Client.builder(), ec2 -> VpcDns.ownServers(ec2, vpcId.get()));
        } catch (AwsAccessException e) {
            if (e.reason() != AwsAccessException.Reason.DENIED) {
                throw e;
            }
            LOG.info("The DNS servers of {} are unknown: {}", vpcId.get(), e.getMessage());
            return List.of();
        }
    }

    private List<Parameter> parameters(AwsTestbedSettings settings) throws LabException {
        String image = ServerImageFinder.newest(account, settings.architecture());
        @Nullable
        PublicServerPassword password = settings.outsideServers() == 0 ? null : PublicServerPassword.random(random);
        return StackParameters.toCreate(settings, image, dnsServers(settings), password, ProbeTarget.newKey(random));
    }
}
