package org.faasnetlab.testbed.aws.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.AwsIdentity;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.UserPolicy;
import org.faasnetlab.testbed.aws.UserPolicy.Statement;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Whether the user may do what setting up takes: what the other checks were denied, and what IAM's simulation says of the
 * rest. Comes after the other checks.
 */
final class ActionsCheck implements Check {

    private static final String REMEDY =
            "Ask the account's administrator for the policy that 'faasnetlab aws plan' prints.";

    private final AwsTestbedSettings settings;
    private final @Nullable AwsIdentity identity;

    ActionsCheck(AwsTestbedSettings settings, @Nullable AwsIdentity identity) {
        this.settings = settings;
        this.identity = identity;
    }

    @Override
    public Finding look(Questions aws) {
        Set<String> needed = UserPolicy.statements().stream()
                .filter(statement -> !statement.optional())
                .flatMap(statement -> statement.actions().stream())
                .collect(Collectors.toSet());
        Set<String> denied = new TreeSet<>(aws.denied());
        Set<String> missed = new TreeSet<>(denied);
        missed.removeAll(needed);
        denied.retainAll(needed);
        if (!denied.isEmpty()) {
            return Finding.problem(
                    "The account does not let you do " + String.join(", ", denied) + ", which setting up takes.",
                    REMEDY);
        }
        List<String> refused;
        try {
            refused = simulate(aws);
        } catch (UnansweredException notTold) {
            return Finding.unknown(
                    "No call was denied that setting up takes, but most are not tried beforehand, and IAM does not"
                            + " simulate them: " + notTold.sentence(),
                    "If setting up fails, it names the action. " + REMEDY);
        }
        if (!refused.isEmpty()) {
            return Finding.problem(
                    "By IAM's simulation you may not do " + String.join(", ", refused) + ", which setting up takes.",
                    REMEDY);
        }
        if (!missed.isEmpty()) {
            return Finding.warning(
                    "You may do what setting up takes, but some checks were not possible without "
                            + String.join(", ", missed) + ".",
                    REMEDY);
        }
        return Finding.ok("By IAM's simulation you may do all that setting up takes.");
    }

    private List<String> simulate(Questions aws) throws UnansweredException {
        List<String> refused = new ArrayList<>();
        if (identity != null && identity.arn().endsWith(":root")) {
            return refused;
        }
        String account = identity == null ? "" : identity.account();
        PolicySimulation simulation = new PolicySimulation(aws, principal(aws), account, settings.stackName());
        for (Statement statement : UserPolicy.statements()) {
            if (!statement.optional()) {
                refused.addAll(simulation.denied(statement));
            }
        }
        return refused;
    }

    /** The user or role to simulate. The name of a role's session lacks the role's path, which IAM wants. */
    private String principal(Questions aws) throws UnansweredException {
        String arn = identity == null ? "" : identity.arn();
        int role = arn.indexOf(":assumed-role/");
        if (role < 0) {
            return arn;
        }
        String name = arn.substring(role + ":assumed-role/".length()).replaceFirst("/.*", "");
        return aws.ask(
                "iam:GetRole",
                IamClient.builder(),
                iam -> iam.getRole(request -> request.roleName(name)).role().arn());
    }
}
