package org.faasnetlab.testbed.aws.deletion;

import java.time.Clock;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.account.ServiceClients;
import org.faasnetlab.testbed.aws.calls.Poller;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;

/**
 * Takes a testbed out of the account. What is to be done is asked of AWS at every step and never remembered: after the
 * end of the program, of the network or of a sign-in, on whichever computer, the same call goes on where the last one
 * ended. It can be called for a testbed that was never made, is half made, or is gone.
 *
 * <p>A VPC, subnet or route table of the user's is never touched.
 */
public final class TestbedDeletion {

    private final AwsAccount account;
    private final String stackName;
    private final Clock clock;
    private final Sleeper pause;
    private final DeletionTimeouts patience;

    /**
     * @param account the account and Region of the testbed
     * @param name the testbed's name
     * @param pause between two looks at what AWS is taking away
     */
    public TestbedDeletion(AwsAccount account, String name, Clock clock, Sleeper pause, DeletionTimeouts patience)
            throws InvalidTestbedSettingException {
        SettingsValidator.requireName(name);
        this.account = account;
        this.stackName = AwsTestbedSettings.stackName(name);
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * Goes through all steps and looks what is left. Takes minutes, and up to an hour if Lambda holds network interfaces.
     *
     * @throws AwsAccessException if AWS cannot be asked any more, as when the sign-in has expired; call again then
     * @throws InterruptedException if the thread was told to stop; what was begun goes on in AWS, and can be called again
     */
    public DeletionReport run(DeletionListener listener) throws AwsAccessException, InterruptedException {
        try (ServiceClients clients = ServiceClients.of(account)) {
            DeletionCalls calls = new DeletionCalls(account, pause);
            TestbedResources parts = new TestbedResources(
                    calls, clients, stackName, account.region().id(), new Poller(clock, pause), patience);
            return new DeletionRun(
                            calls,
                            parts,
                            stackName,
                            new Poller(clock, pause),
                            patience,
                            new DeletionProgress(clock, listener))
                    .run();
        }
    }
}
