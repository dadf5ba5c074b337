package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.testbed.aws.calls.AwsQueries;

/** Who asks AWS. */
final class IdentityCheck implements PreflightCheck {

    private final CallerIdentityProbe greeting;

    IdentityCheck(CallerIdentityProbe greeting) {
        this.greeting = greeting;
    }

    @Override
    public CheckResult look(AwsQueries aws) {
        if (greeting.failure() != null) {
            return CheckResult.problem(
                    greeting.failure().sentence(), greeting.failure().nextStep());
        }
        if (greeting.identity() == null) {
            return CheckResult.problem(
                    "Received a response that is not from AWS.",
                    "Check the proxy, or the endpoint configured in the profile.");
        }
        String arn = greeting.identity().arn();
        if (arn.endsWith(":root")) {
            return CheckResult.warning(
                    "You are signed in as the root user of account "
                            + greeting.identity().account() + ", which has all permissions.",
                    "Use a user or role with the policy that 'faasnetlab aws plan' prints.");
        }
        return CheckResult.ok(
                "You are " + arn + " in account " + greeting.identity().account() + ", Region " + aws.region() + ".");
    }
}
