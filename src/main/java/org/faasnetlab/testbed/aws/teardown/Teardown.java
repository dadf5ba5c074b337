package org.faasnetlab.testbed.aws.teardown;

import java.time.Clock;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.AwsAccount;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.BadTestbedSettingException;
import org.faasnetlab.testbed.aws.SettingsCheck;
import org.faasnetlab.testbed.aws.calls.Pause;

/**
 * Takes a testbed out of the account. What is to be done is asked of AWS at every step and never remembered: after the
 * end of the program, of the network or of a sign-in, on whichever computer, the same call goes on where the last one
 * ended. It can be called for a testbed that was never made, is half made, or is gone.
 *
 * <p>A VPC, subnet or route table of the user's is never touched.
 */
public final class Teardown {

    private final AwsAccount account;
    private final String stackName;
    private final Clock clock;
    private final Pause pause;
    private final Patience patience;

    /**
     * @param account the account and Region of the testbed
     * @param name the testbed's name
     * @param pause between two looks at what AWS is taking away
     */
    public Teardown(AwsAccount account, String name, Clock clock, Pause pause, Patience patience)
            throws BadTestbedSettingException {
        SettingsCheck.requireName(name);
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
    public TeardownReport run(TeardownListener listener) throws AwsAccessException, InterruptedException {
        try (Clients clients = Clients.of(account)) {
            AwsCalls calls = new AwsCalls(account, pause);
            Parts parts =
                    new Parts(calls, clients, stackName, account.region().id(), new Waiting(clock, pause), patience);
            return new TeardownRun(
                            calls, parts, stackName, new Waiting(clock, pause), patience, new Progress(clock, listener))
                    .run();
        }
    }
}
