package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.account.AwsIdentity;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.policy.PolicySimulation;
import org.faasnetlab.testbed.aws.policy.UserPolicy;
import org.faasnetlab.testbed.aws.policy.UserPolicy.Statement;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Checks whether the user has the permissions to create a testbed: by what the other checks were denied, and by IAM's
 * simulation for the rest. Has to run after the other checks.
 */
final class PermissionsCheck implements PreflightCheck {

    private static final String REMEDY =
            "Ask the account's administrator for the policy that 'faasnetlab aws plan' prints.";

    private final AwsTestbedSettings settings;
    private final @Nullable AwsIdentity identity;

    PermissionsCheck(AwsTestbedSettings settings, @Nullable AwsIdentity identity) {
        this.settings = settings;
        this.identity = identity;
    }

    @Override
    public CheckResult check(AwsQueries aws) {
        Set<String> needed = needed().stream()
                .flatMap(statement -> statement.actions().stream())
                .collect(Collectors.toSet());
        Set<String> denied = new TreeSet<>(aws.deniedActions());
        Set<String> missed = new TreeSet<>(denied);
        missed.removeAll(needed);
        denied.retainAll(needed);
        if (!denied.isEmpty()) {
            return CheckResult.problem(
                    "The account does not let you do " + String.join(", ", denied) + ", which setting up takes.",
                    REMEDY);
        }
        try {
            return simulated(aws, missed);
        } catch (QueryFailedException notTold) {
            return CheckResult.unknown(
                    "No call was denied that setting up takes, but most are not tried beforehand, and IAM does not"
                            + " simulate them: " + notTold.sentence(),
                    "If setting up fails, it names the action. " + REMEDY);
        }
    }

    private CheckResult simulated(AwsQueries aws, Set<String> missed) throws QueryFailedException {
        if (identity == null) {
            return CheckResult.unknown("AWS did not say who you are, and so not what you may do.", REMEDY);
        }
        Set<String> denied = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        if (!identity.arn().endsWith(":root")) {
            PolicySimulation simulation =
                    new PolicySimulation(aws, principal(aws, identity.arn()), identity.account(), settings.stackName());
            for (Statement statement : needed()) {
                PolicySimulation.Decisions decisions = simulation.of(statement);
                denied.addAll(decisions.denied());
                open.addAll(statement.actions());
                open.removeAll(decisions.allowed());
            }
            open.removeAll(denied);
        }
        if (!denied.isEmpty()) {
            return CheckResult.problem(
                    "By IAM's simulation you may not do " + String.join(", ", denied) + ", which setting up takes.",
                    REMEDY);
        }
        if (!open.isEmpty()) {
            return CheckResult.unknown(
                    "IAM's simulation does not say whether you may do " + String.join(", ", open) + ".", REMEDY);
        }
        return missed.isEmpty()
                ? CheckResult.ok("You may do all that setting up takes, as far as IAM's simulation knows.")
                : CheckResult.warning(
                        "You may do what setting up takes, but some checks were not possible without "
                                + String.join(", ", missed) + ".",
                        REMEDY);
    }

    private static List<Statement> needed() {
        return UserPolicy.statements().stream()
                .filter(statement -> !statement.optional())
                .toList();
    }

    /** ARN of the user or role to simulate. The ARN of a role's session lacks the role's path, which IAM requires. */
    private static String principal(AwsQueries aws, String arn) throws QueryFailedException {
        int role = arn.indexOf(":assumed-role/");
        if (role < 0) {
            return arn;
        }
        String name = arn.substring(role + ":assumed-role/".length()).replaceFirst("/.*", "");
        return aws.query(
                "iam:GetRole",
                IamClient.builder(),
                iam -> iam.getRole(request -> request.roleName(name)).role().arn());
    }
}
