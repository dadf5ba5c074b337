package org.faasnetlab.testbed.aws.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Explains why each statement of the user policy is needed, and what else it allows. */
public final class PolicyNotes {
    private static final Map<String, String> REASONS = reasons();

    private PolicyNotes() {}

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("Stack", "create, monitor, update, and delete stacks named faasnetlab-*");
        reasons.put(
                "Read",
                "list existing resources before and during creation, and for the final scan; DHCP options name the DNS servers of"
                        + " a VPC, to which port 53 is opened. IAM cannot restrict lists by"
                        + " name, so parameters and outputs of other stacks in the account are also visible");
        reasons.put(
                "PreflightOptional",
                "preflight checks (instance types, quotas) and prices. Without it, these are 'unknown'");
        reasons.put(
                "SimulateOwnPoliciesOptional",
                "report missing permissions before anything is created, for IAM users; a role needs it, and iam:GetRole, on itself");
        reasons.put("SystemImage", "find the latest Amazon Linux 2023 image");
        reasons.put(
                "CreateNetworkAndServers",
                "CloudFormation creates network and servers with your permissions; CreateTags also extends a lease, and"
                        + " RunInstances also checks, without starting anything, whether servers may have public addresses. IAM cannot restrict resources that do not"
                        + " exist yet by name, and a security group is tagged after its rules are created. DeleteNetworkInterface is"
                        + " for untagged interfaces left by Lambda; only unused interfaces can be deleted");
        reasons.put(
                "ManageOwnNetworkAndServers",
                "set routes, read settings and console output of servers ('aws doctor', and the smoke test, which looks there for an"
                        + " extended lease), and delete: only resources with the tag"
                        + " of a testbed");
        reasons.put("Functions", "create functions named faasnetlab-*, publish memory sizes, invoke and delete them");
        reasons.put("Roles", "create the roles of servers and functions, with inline policies");
        reasons.put("RolesWithBoundary", "give these roles their permissions, which the boundary limits");
        reasons.put("PassRoles", "pass these roles to EC2 and Lambda only");
        reasons.put(
                "Logs",
                "create the log group of the functions with its retention, read failures in it ('aws doctor'), and delete it");
        reasons.put(
                "Bucket",
                "create the bucket, upload the function code, presign URLs, name the user who measures, empty and delete the"
                        + " bucket");
        return reasons;
    }

    /**
     * One entry for each statement, in the order of the document.
     *
     * @param boundary permissions boundary of the roles; null for none
     */
    public static String text(@Nullable String boundary) {
        StringBuilder text = new StringBuilder();
        for (UserPolicy.Statement statement : UserPolicy.statements("us-east-1", boundary)) {
            String reason = Objects.requireNonNull(REASONS.get(statement.sid()), statement.sid());
            text.append(statement.sid())
                    .append('\n')
                    .append(" ".repeat(16))
                    .append(reason)
                    .append(".\n");
        }
        return text.toString();
    }

    /**
     * Risks that a reviewer has to weigh.
     *
     * @param boundary permissions boundary of the roles; null for none
     */
    public static String warning(@Nullable String boundary) {
        return new TwoColumnText()
                .add(
                        "Risks",
                        (boundary == null
                                        ? "Roles and PassRoles together allow the holder to put any permission into a role named"
                                                + " faasnetlab-* and run code with it, and CreateTags"
                                        : "The holder can put any permission within " + boundary
                                                + " into a role named faasnetlab-* and run code with it, and must not be able to"
                                                + " change that boundary. CreateTags")
                                + " allows tagging other servers and network resources of the account with the tag of a testbed,"
                                + " which ManageOwn... then covers. CreateNetwork... can start servers of any type and change the rules"
                                + " of any security group. Grant the policy to users who already have such permissions, or in an"
                                + " account used only for measurements"
                                + (boundary == null
                                        ? "; or use --permissions-boundary, with which the policy allows CreateRole and"
                                                + " PutRolePolicy only for roles with that boundary."
                                        : "."))
                .add("Attachment", "as a managed policy: it exceeds the size limit of an inline user policy.")
                .text();
    }
}
