package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.faasnetlab.format.Phrase;
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

    private static final Phrase REMEDY =
            Phrase.of("Ask your account administrator for the policy that 'faasnetlab aws plan' prints.");

    private final AwsTestbedSettings settings;
    private final @Nullable AwsIdentity identity;

    PermissionsCheck(AwsTestbedSettings settings, @Nullable AwsIdentity identity) {
        this.settings = settings;
        this.identity = identity;
    }

    @Override
    public CheckResult check(AwsQueries aws) {
        Set<String> needed = needed(aws.region()).stream()
                .flatMap(statement -> statement.actions().stream())
                .collect(Collectors.toSet());
        Set<String> denied = new TreeSet<>(aws.deniedActions());
        Set<String> missed = new TreeSet<>(denied);
        missed.removeAll(needed);
        denied.retainAll(needed);
        if (!denied.isEmpty()) {
            return CheckResult.problem(
                    Phrase.of(
                            "You are not authorized to perform {0}, which the creation requires.",
                            String.join(", ", denied)),
                    REMEDY);
        }
        try {
            return simulated(aws, missed);
        } catch (QueryFailedException e) {
            return CheckResult.unknown(
                    Phrase.of(
                            "No required call was denied, but most calls are not tested in advance, and IAM did not simulate them: {0}",
                            e.sentence()),
                    Phrase.of("If the creation fails, the error names the action. {0}", REMEDY));
        }
    }

    private CheckResult simulated(AwsQueries aws, Set<String> missed) throws QueryFailedException {
        if (identity == null) {
            return CheckResult.unknown(
                    Phrase.of("Your identity is unknown, so permissions cannot be checked."), REMEDY);
        }
        Set<String> denied = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        if (!identity.arn().endsWith(":root")) {
            PolicySimulation simulation =
                    new PolicySimulation(aws, principal(aws, identity.arn()), identity.account(), settings.stackName());
            for (Statement statement : needed(aws.region())) {
                PolicySimulation.Decisions decisions = simulation.of(statement);
                denied.addAll(decisions.denied());
                open.addAll(statement.actions());
                open.removeAll(decisions.allowed());
            }
            open.removeAll(denied);
        }
        if (!denied.isEmpty()) {
            return CheckResult.problem(
                    Phrase.of(
                            "According to the IAM simulation, you are not authorized to perform {0}, which the creation requires.",
                            String.join(", ", denied)),
                    REMEDY);
        }
        if (!open.isEmpty()) {
            return CheckResult.unknown(
                    Phrase.of(
                            "The IAM simulation cannot determine whether you may perform {0}.",
                            String.join(", ", open)),
                    REMEDY);
        }
        return missed.isEmpty()
                ? CheckResult.ok(Phrase.of("You have all required permissions, according to the IAM simulation."))
                : CheckResult.warning(
                        Phrase.of(
                                "You have the required permissions, but some checks were not possible without {0}.",
                                String.join(", ", missed)),
                        REMEDY);
    }

    private List<Statement> needed(String region) {
        return UserPolicy.statements(region, settings.permissionsBoundary()).stream()
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
