package org.faasnetlab.testbed.aws.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Explains why each statement of the user policy is needed, and what else it allows. */
public final class PolicyNotes {
    private static final Map<String, String> REASONS = reasons();

    private PolicyNotes() {}

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("Stack", "make, follow, change and delete stacks named faasnetlab-*");
        reasons.put(
                "Look",
                "see what is there: before, during set-up, and for the last look. IAM cannot bound lists by name, so that"
                        + " parameters and outputs of the account's other stacks are seen, too");
        reasons.put(
                "LookAheadOptional",
                "warn before anything is made (server types, quotas), and ask prices. Without it these are 'unknown'");
        reasons.put(
                "SimulateOwnPoliciesOptional", "tell which of these permissions are missing before anything is made");
        reasons.put("SystemImage", "find the newest Amazon Linux 2023");
        reasons.put(
                "MakeNetworkAndServers",
                "CloudFormation makes network and servers with your permissions. IAM cannot bound what does not exist yet by"
                        + " name, and a security group gets its tag after its rules. DeleteNetworkInterface is for those that"
                        + " Lambda leaves, which have no tag; only unused ones can be deleted");
        reasons.put(
                "OwnNetworkAndServersAlone",
                "give them their routes, read the servers' settings, and take them away: only what carries a testbed's tag");
        reasons.put("Functions", "make functions named faasnetlab-*, give them memory sizes, invoke them, delete them");
        reasons.put("Roles", "make the roles of servers and functions, with their policies inside");
        reasons.put("GiveRolesToServersAndFunctionsAlone", "hand these roles to EC2 and Lambda, to no other service");
        reasons.put("Logs", "make the functions' log group with its retention, and delete it");
        reasons.put("Bucket", "make the bucket, put the functions' code there, sign addresses, empty and delete it");
        return reasons;
    }

    /** One entry for each statement, in the order of the document. */
    public static String text() {
        StringBuilder text = new StringBuilder();
        for (UserPolicy.Statement statement : UserPolicy.statements()) {
            String reason = Objects.requireNonNull(REASONS.get(statement.sid()), statement.sid());
            text.append(statement.sid())
                    .append('\n')
                    .append(" ".repeat(16))
                    .append(reason)
                    .append(".\n");
        }
        return text.toString();
    }

    /** Risks that a reviewer has to weigh. */
    public static String warning() {
        return new TwoColumnText()
                .add(
                        "To weigh",
                        "Roles and GiveRoles... together let their holder write any permission into a role named faasnetlab-* and"
                                + " run code with it, and CreateTags lets them put the testbed's tag on other parts of a network,"
                                + " which OwnNetwork... then covers. MakeNetwork... starts servers of any type and changes the rules"
                                + " of any security group. Give the policy to people who may do as much anyway, or in an"
                                + " account for measurements alone; or allow CreateRole and PutRolePolicy only with an"
                                + " iam:PermissionsBoundary, and set testbeds up with --permissions-boundary.")
                .add("To attach", "as a managed policy: it is longer than what a user may have inline.")
                .text();
    }
}
