package org.faasnetlab.testing.aws.deletion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** CloudFormation, EC2 and IAM. */
public final class FakeQueryServices {
    /** Their responses have no element {@code return}. */
    private static final Set<String> RETURN_NOTHING = Set.of("ec2:DeleteLaunchTemplate", "ec2:DeleteVpcEndpoints");

    private final FakeAccount account;

    public FakeQueryServices(FakeAccount account) {
        this.account = account;
    }

    public String answer(FakeCall call) {
        String name = call.parameter("Action");
        String answer = switch (call.service()) {
            case "cloudformation" -> cloudFormation(call);
            case "ec2" -> ec2(call);
            default -> iam(call);
        };
        String result =
                call.service().equals("ec2") ? answer : "<" + name + "Result>" + answer + "</" + name + "Result>";
        return "<" + name + "Response>" + result + "</" + name + "Response>";
    }

    private String cloudFormation(FakeCall call) {
        if (call.action().equals("cloudformation:DescribeStacks")) {
            account.advance();
        }
        boolean byId = call.parameter("StackName").equals(FakeAccount.STACK_ID);
        if (!account.stackExists() && !(byId && account.stackStatus.equals("DELETE_COMPLETE"))) {
            if (call.action().equals("cloudformation:DeleteStack")) {
                return "";
            }
            throw refused("Stack with id " + call.parameter("StackName") + " does not exist");
        }
        switch (call.action()) {
            case "cloudformation:DescribeStacks":
                return "<Stacks><member><StackName>" + FakeAccount.STACK + "</StackName><StackId>"
                        + FakeAccount.STACK_ID + "</StackId><StackStatus>" + account.stackStatus
                        + "</StackStatus><EnableTerminationProtection>" + account.stackProtected
                        + "</EnableTerminationProtection></member></Stacks>";
            case "cloudformation:DescribeStackEvents":
                return "<StackEvents>" + events() + "</StackEvents>";
            case "cloudformation:ListStackResources":
                return "<StackResourceSummaries>" + resources() + "</StackResourceSummaries>";
            case "cloudformation:CancelUpdateStack":
                account.change("UPDATE_ROLLBACK_IN_PROGRESS");
                return "";
            default:
                if (account.stackStatus.startsWith("UPDATE_") && account.stackStatus.endsWith("_IN_PROGRESS")) {
                    throw refused("Stack is in " + account.stackStatus + " state and can not be deleted");
                }
                if (!account.ignoresDeletion) {
                    account.change("DELETE_IN_PROGRESS");
                }
                return "";
        }
    }

    private static FakeRefusal refused(String message) {
        return new FakeRefusal(400, "ValidationError", message);
    }

    private String events() {
        StringBuilder newestFirst = new StringBuilder();
        for (int index = account.events.size() - 1; index >= 0; index--) {
            String[] event = account.events.get(index).split(" ", 4);
            newestFirst
                    .append("<member><EventId>")
                    .append(index)
                    .append("</EventId><LogicalResourceId>")
                    .append(event[0])
                    .append("</LogicalResourceId><ResourceType>")
                    .append(event[1])
                    .append("</ResourceType><ResourceStatus>")
                    .append(event[2])
                    .append("</ResourceStatus>")
                    .append(event.length > 3 ? "<ResourceStatusReason>" + event[3] + "</ResourceStatusReason>" : "")
                    .append("<Timestamp>2026-01-01T00:00:00Z</Timestamp></member>");
        }
        return newestFirst.toString();
    }

    private String resources() {
        Map<String, String> members = new TreeMap<>();
        if (account.buckets.containsKey(FakeAccount.BUCKET)) {
            members.put("Bucket", member("Bucket", "AWS::S3::Bucket", FakeAccount.BUCKET));
        }
        if (account.functions.containsKey(FakeAccount.FUNCTION)) {
            members.put("InsideFunction", member("InsideFunction", "AWS::Lambda::Function", FakeAccount.FUNCTION));
        }
        account.notDeleted
                .keySet()
                .forEach(each -> members.put(each, member(each, "AWS::Any::Type", FakeAccount.GROUP)));
        return String.join("", members.values());
    }

    private String member(String logicalId, String type, String id) {
        String reason = account.notDeleted.get(logicalId);
        return "<member><LogicalResourceId>" + logicalId + "</LogicalResourceId><PhysicalResourceId>" + id
                + "</PhysicalResourceId><ResourceType>" + type + "</ResourceType><ResourceStatus>"
                + (reason == null ? "CREATE_COMPLETE" : "DELETE_FAILED") + "</ResourceStatus>"
                + (reason == null ? "" : "<ResourceStatusReason>" + reason + "</ResourceStatusReason>") + "</member>";
    }

    private String ec2(FakeCall call) {
        switch (call.action()) {
            case "ec2:DescribeInstances":
                byTag(call);
                account.advance();
                return "<reservationSet><item>"
                        + set(
                                "instancesSet",
                                account.instances.entrySet(),
                                each -> "<instanceId>" + each.getKey() + "</instanceId><instanceState><name>"
                                        + each.getValue() + "</name></instanceState>")
                        + "</item></reservationSet>";
            case "ec2:TerminateInstances":
                call.numbered("InstanceId").forEach(id -> account.instances.put(id, "shutting-down"));
                return "";
            case "ec2:DescribeSecurityGroups":
                return set(
                        "securityGroupInfo",
                        tagged("security-group"),
                        id -> "<groupId>" + id
                                + "</groupId><ipPermissions><item><ipProtocol>tcp</ipProtocol></item></ipPermissions>"
                                + "<ipPermissionsEgress><item><ipProtocol>tcp</ipProtocol></item></ipPermissionsEgress>");
            case "ec2:DescribeSubnets":
                byTag(call);
                return set("subnetSet", tagged("subnet"), id -> "<subnetId>" + id + "</subnetId>");
            case "ec2:DescribeVpcEndpoints":
                byTag(call);
                return set(
                        "vpcEndpointSet",
                        tagged("vpc-endpoint"),
                        id -> "<vpcEndpointId>" + id + "</vpcEndpointId><state>available</state>");
            case "ec2:DescribeInternetGateways":
                return set(
                        "internetGatewaySet",
                        tagged("internet-gateway"),
                        id -> "<internetGatewayId>" + id
                                + "</internetGatewayId><attachmentSet><item><vpcId>vpc-own</vpcId></item></attachmentSet>");
            case "ec2:DescribeRouteTables":
                byTag(call);
                return set("routeTableSet", tagged("route-table"), id -> "<routeTableId>" + id + "</routeTableId>");
            case "ec2:DescribeVpcs":
                byTag(call);
                return set("vpcSet", tagged("vpc"), id -> "<vpcId>" + id + "</vpcId>");
            case "ec2:DescribeLaunchTemplates":
                byTag(call);
                return set(
                        "launchTemplates",
                        tagged("launch-template"),
                        id -> "<launchTemplateId>" + id + "</launchTemplateId>");
            case "ec2:DescribeVolumes":
                byTag(call);
                return set("volumeSet", tagged("volume"), id -> "<volumeId>" + id + "</volumeId>");
            case "ec2:DescribeTags":
                return set(
                        "tagSet",
                        account.tagged.entrySet(),
                        each -> "<resourceId>" + each.getKey() + "</resourceId><resourceType>" + each.getValue()
                                + "</resourceType>");
            case "ec2:DescribeNetworkInterfaces":
                return interfaces(call.parameter("Filter.1.Name"), call.numbered("Filter.1.Value"));
            case "ec2:DeleteNetworkInterface":
                deleteInterface(call.parameter("NetworkInterfaceId"));
                return "<return>true</return>";
            case "ec2:RevokeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress", "ec2:DetachInternetGateway":
                return "<return>true</return>";
            default:
                deleteTagged(call);
                return RETURN_NOTHING.contains(call.action()) ? "" : "<return>true</return>";
        }
    }

    /** Requests without the filter get the resources of others; no test uses those. */
    private static void byTag(FakeCall call) {
        if (!call.parameter("Filter.1.Name").equals("tag:faasnetlab:testbed")
                || !call.numbered("Filter.1.Value").equals(List.of(FakeAccount.STACK))) {
            throw new FakeRefusal(400, "NotByTag", call.parameters().toString());
        }
    }

    private Set<String> tagged(String kind) {
        return account.tagged.entrySet().stream()
                .filter(each -> each.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private String interfaces(String filter, List<String> values) {
        List<String> there = account.interfaces.entrySet().stream()
                .filter(each ->
                        values.contains(filter.equals("group-id") ? each.getValue().group : each.getValue().subnet))
                .map(Map.Entry::getKey)
                .toList();
        return set("networkInterfaceSet", there, id -> {
            FakeAccount.Interface each = account.interfaces.get(id);
            return "<networkInterfaceId>" + id + "</networkInterfaceId><description>" + each.description
                    + "</description><status>" + (account.letGo(each) ? "available" : "in-use") + "</status>";
        });
    }

    private void deleteInterface(String id) {
        if (!account.interfaces.containsKey(id)) {
            throw new FakeRefusal(400, "InvalidNetworkInterfaceID.NotFound", "no such interface");
        }
        if (!FakeAccount.isOwn(id)) {
            account.touched.add("ec2:DeleteNetworkInterface " + id);
        }
        account.interfaces.remove(id);
    }

    /** EC2's deletions of one resource; a VPC must be the last, and a security group after its interfaces. */
    private void deleteTagged(FakeCall call) {
        List<String> ids = call.parameters().entrySet().stream()
                .filter(each -> each.getKey().matches("(.*Id|GroupId)(\\.\\d+)?"))
                .map(Map.Entry::getValue)
                .toList();
        for (String id : ids) {
            if (!id.endsWith("-own") && !id.equals(FakeAccount.GROUP)) {
                account.touched.add(call.action() + " " + id);
            }
            if (!account.tagged.containsKey(id)) {
                throw new FakeRefusal(400, "InvalidId.NotFound", "no " + id);
            }
            boolean used = (id.startsWith("vpc-") && account.tagged.size() > 1)
                    || account.interfaces.values().stream().anyMatch(each -> each.group.equals(id));
            if (used) {
                throw new FakeRefusal(400, "DependencyViolation", id + " has dependencies");
            }
            account.tagged.remove(id);
        }
    }

    private String iam(FakeCall call) {
        String role = call.parameter("RoleName");
        String profile = call.parameter("InstanceProfileName");
        switch (call.action()) {
            case "iam:ListRoles":
                return list("Roles", account.roles, each -> "<RoleName>" + each + "</RoleName>");
            case "iam:GetRole":
                return "<Role><RoleName>" + role + "</RoleName><Tags><member><Key>faasnetlab:testbed</Key><Value>"
                        + (role.contains("-two-") ? "faasnetlab-lab-two" : FakeAccount.STACK)
                        + "</Value></member><member><Key>faasnetlab:region</Key><Value>"
                        + (role.endsWith("-US") ? "us-east-1" : "eu-central-1")
                        + "</Value></member></Tags></Role>";
            case "iam:ListInstanceProfiles":
                return list("InstanceProfiles", account.profiles, this::profile);
            case "iam:GetInstanceProfile":
                return "<InstanceProfile>" + profile(profile) + "</InstanceProfile>";
            case "iam:RemoveRoleFromInstanceProfile":
                account.profilesWithoutRole.add(profile);
                return "";
            case "iam:ListRolePolicies":
                return "<PolicyNames><member>write-log</member></PolicyNames>";
            case "iam:DeleteRolePolicy":
                return "";
            default:
                String name = role.isEmpty() ? profile : role;
                if (!FakeAccount.isOwn(name)) {
                    account.touched.add(call.action() + " " + name);
                }
                account.roles.remove(name);
                account.profiles.remove(name);
                return "";
        }
    }

    private String profile(String name) {
        String role = name.replace("Profile", "Role");
        return "<InstanceProfileName>" + name + "</InstanceProfileName><Roles>"
                + (account.profilesWithoutRole.contains(name)
                        ? ""
                        : "<member><RoleName>" + role + "</RoleName></member>")
                + "</Roles>";
    }

    private static <T> String set(String name, Collection<T> of, Function<T, String> item) {
        return of.stream()
                .map(each -> "<item>" + item.apply(each) + "</item>")
                .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
    }

    private static <T> String list(String name, Collection<T> of, Function<T, String> member) {
        return of.stream()
                .map(each -> "<member>" + member.apply(each) + "</member>")
                .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
    }
}
