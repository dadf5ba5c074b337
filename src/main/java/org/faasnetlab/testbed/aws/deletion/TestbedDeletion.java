package org.faasnetlab.testbed.aws.deletion;

import java.time.Clock;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.calls.Poller;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;

/**
 * Deletes a testbed. Holds no state: every step queries AWS, so that after any interruption, on this computer or
 * another, the same call resumes where the last one ended. Works for a testbed that is incomplete, deleted, or was
 * never created.
 *
 * <p>The user's own VPC, subnets and route tables are never changed.
 */
public final class TestbedDeletion {

    private final AwsAccount account;
    private final String stackName;
    private final Clock clock;
    private final Sleeper sleeper;
    private final DeletionTimeouts timeouts;

    /**
     * @param account the account and Region of the testbed
     * @param name the testbed's name
     * @param sleeper waits between two requests for the state of a resource
     */
    public TestbedDeletion(AwsAccount account, String name, Clock clock, Sleeper sleeper, DeletionTimeouts timeouts)
            throws InvalidTestbedSettingException {
        SettingsValidator.requireName(name);
        this.account = account;
        this.stackName = AwsTestbedSettings.stackName(name);
        this.clock = clock;
        this.sleeper = sleeper;
        this.timeouts = timeouts;
    }

    /**
     * Runs all steps and the final scan. Takes minutes, and up to an hour while Lambda holds network interfaces.
     *
     * @throws AwsAccessException if AWS cannot be called any more, for example because the credentials have expired;
     *     call again to resume
     * @throws InterruptedException if the thread is interrupted; AWS completes the deletions in progress
     */
    public DeletionReport run(DeletionListener listener) throws AwsAccessException, InterruptedException {
        try (ServiceClients clients = ServiceClients.of(account)) {
            DeletionCalls calls = new DeletionCalls(account, sleeper);
            return new DeletionRun(
                            calls,
                            clients,
                            stackName,
                            account.region().id(),
                            clock,
                            new Poller(clock, sleeper),
                            timeouts,
                            listener)
                    .run();
        }
    }
}
