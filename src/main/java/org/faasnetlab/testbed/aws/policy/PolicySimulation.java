package org.faasnetlab.testbed.aws.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.policy.UserPolicy.Statement;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/** Simulates with IAM whether a user or role is allowed the actions of the user policy on a testbed's resources. */
public final class PolicySimulation {

    private final AwsQueries aws;
    private final String principalArn;
    private final String account;
    private final String stackName;

    /**
     * @param principalArn ARN of the user or role, with its path
     * @param account account ID
     * @param stackName the testbed's stack, after which its resources are named
     */
    public PolicySimulation(AwsQueries aws, String principalArn, String account, String stackName) {
        this.aws = aws;
        this.principalArn = principalArn;
        this.account = account;
        this.stackName = stackName;
    }

    /**
     * Decisions about a statement's actions; actions in neither set are undecided.
     *
     * @param allowed allowed on at least one of the statement's resources
     * @param denied denied, and allowed on none
     */
    public record Decisions(Set<String> allowed, Set<String> denied) {}

    /**
     * Asks IAM which actions of a statement the user may take.
     *
     * @throws QueryFailedException if the simulation is denied or fails
     */
    public Decisions of(Statement statement) throws QueryFailedException {
        Set<String> allowed = new LinkedHashSet<>();
        Set<String> denied = new LinkedHashSet<>();
        for (String pattern : statement.resources()) {
            List<EvaluationResult> results = aws.query(
                    "iam:SimulatePrincipalPolicy", IamClient.builder(), iam -> simulate(iam, statement, pattern));
            for (EvaluationResult result : results) {
                if (result.evalDecision() == PolicyEvaluationDecisionType.ALLOWED) {
                    allowed.add(result.evalActionName());
                } else if (result.missingContextValues().isEmpty()) {
                    // Without values for the keys of a condition, a denial proves nothing.
                    denied.add(result.evalActionName());
                }
            }
        }
        denied.removeAll(allowed);
        return new Decisions(allowed, denied);
    }

    private List<EvaluationResult> simulate(IamClient iam, Statement statement, String pattern) {
        List<ContextEntry> context = new ArrayList<>();
        statement
                .conditions()
                .forEach((key, values) -> context.add(ContextEntry.builder()
                        .contextKeyName(key)
                        .contextKeyType(ContextKeyTypeEnum.STRING)
                        .contextKeyValues(concrete(values.get(0)))
                        .build()));
        return iam
                .simulatePrincipalPolicyPaginator(request -> request.policySourceArn(principalArn)
                        .actionNames(statement.actions())
                        .resourceArns(resource(pattern))
                        .contextEntries(context))
                .evaluationResults()
                .stream()
                .toList();
    }

    /** A resource that the pattern matches, in this account and Region. */
    private String resource(String pattern) {
        String[] parts = pattern.split(":", 6);
        if (parts.length < 6) {
            return pattern;
        }
        parts[3] = parts[3].replace("*", aws.region());
        parts[4] = parts[4].replace("*", account);
        parts[5] = concrete(parts[5]);
        return String.join(":", parts);
    }

    private String concrete(String pattern) {
        return pattern.replace("faasnetlab-*", stackName).replace("*", "any");
    }
}
