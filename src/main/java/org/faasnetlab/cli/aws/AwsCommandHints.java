package org.faasnetlab.cli.aws;

import java.time.Instant;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.faasnetlab.testbed.aws.stack.TestbedStack;

/** Command lines that are suggested to the user, depending on a testbed's state. */
public final class AwsCommandHints {
    private final AwsAccountOptions account;

    public AwsCommandHints(AwsAccountOptions account) {
        this.account = account;
    }

    String next(TestbedStack testbed, Instant now) {
        boolean over = testbed.leaseEnd().map(now::isAfter).orElse(false);
        return switch (testbed.state()) {
            case CREATING, ADDING_FUNCTIONS, FUNCTIONS_MISSING ->
                over ? teardown(testbed.name()) : resume(testbed.name());
            case READY -> over ? teardown(testbed.name()) : run(testbed.name());
            case FAILED, DELETING, DELETE_FAILED -> teardown(testbed.name());
        };
    }

    /** @throws LabException if there is no such testbed */
    static TestbedStack require(AwsTestbeds testbeds, String name) throws LabException {
        SettingsValidator.requireName(name);
        return testbeds.find(name)
                .orElseThrow(() -> new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Testbed \"" + name + "\" does not exist in " + testbeds.region() + ".",
                        "To list testbeds, run 'faasnetlab aws status'."));
    }

    String run(String name) {
        return account.command("run --testbed " + name) + " --preset iperf3-single";
    }

    String resume(String name) {
        return account.command("aws setup --continue --testbed " + name);
    }

    public String teardown(String name) {
        return account.command("aws teardown " + name);
    }
}
