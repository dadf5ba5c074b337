package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.testbed.aws.calls.AwsQueries;

/** Reports the identity of the credentials. */
final class IdentityCheck implements PreflightCheck {

    private final CallerIdentityProbe caller;

    IdentityCheck(CallerIdentityProbe caller) {
        this.caller = caller;
    }

    @Override
    public CheckResult check(AwsQueries aws) {
        if (caller.failure() != null) {
            return CheckResult.problem(
                    caller.failure().sentence(), caller.failure().nextStep());
        }
        if (caller.identity() == null) {
            return CheckResult.problem(
                    "Received a response that is not from AWS.",
                    "Check the proxy, or the endpoint configured in the profile.");
        }
        String arn = caller.identity().arn();
        if (arn.endsWith(":root")) {
            return CheckResult.warning(
                    "You are signed in as the root user of account "
                            + caller.identity().account() + ", which has all permissions.",
                    "Use a user or role with the policy that 'faasnetlab aws plan' prints.");
        }
        return CheckResult.ok(
                "You are " + arn + " in account " + caller.identity().account() + ", Region " + aws.region() + ".");
    }
}
