package org.faasnetlab.testbed.aws.preflight;

/** Who asks AWS. */
final class IdentityCheck implements Check {

    private final Greeting greeting;

    IdentityCheck(Greeting greeting) {
        this.greeting = greeting;
    }

    @Override
    public Finding look(Questions aws) {
        if (greeting.failure() != null) {
            return Finding.problem(
                    greeting.failure().sentence(), greeting.failure().nextStep());
        }
        if (greeting.identity() == null) {
            return Finding.problem(
                    "Something answered in AWS's place.", "Check the proxy, or the endpoint that the profile names.");
        }
        String arn = greeting.identity().arn();
        if (arn.endsWith(":root")) {
            return Finding.warning(
                    "You sign as the root user of account "
                            + greeting.identity().account() + ", who may do everything.",
                    "Use a user or role with the policy that 'faasnetlab aws plan' prints.");
        }
        return Finding.ok(
                "You are " + arn + " in account " + greeting.identity().account() + ", Region " + aws.region() + ".");
    }
}
