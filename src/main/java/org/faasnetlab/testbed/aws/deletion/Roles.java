package org.faasnetlab.testbed.aws.deletion;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ResourceOwnership;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Role;

/** The IAM roles of servers and functions, and the servers' instance profile. */
final class Roles {

    private final DeletionCalls calls;
    private final IamClient iam;
    private final ResourceOwnership owner;
    private final String region;

    Roles(DeletionCalls calls, IamClient iam, ResourceOwnership owner, String region) {
        this.calls = calls;
        this.iam = iam;
        this.owner = owner;
        this.region = region;
    }

    /** Names of the testbed's roles; no value if IAM does not list them. */
    CallResult<List<String>> names() throws AwsAccessException, InterruptedException {
        CallResult<List<Role>> all = calls.all(
                "iam:ListRoles",
                token -> iam.listRoles(request -> request.marker(token).maxItems(1000)),
                ListRolesResponse::roles,
                ListRolesResponse::marker);
        List<String> names = new ArrayList<>();
        for (Role each : all.value().orElse(List.of())) {
            if (each.roleName().startsWith(ResourceOwnership.COMMON_PREFIX)) {
                CallResult<Boolean> own = owns(each.roleName());
                if (own.isRefused()) {
                    return own.map(unknown -> List.of());
                }
                own.value().filter(yes -> yes).ifPresent(yes -> names.add(each.roleName()));
            }
        }
        return all.map(found -> names);
    }

    /** A role's name does not contain its Region nor, truncated to 64 characters, always its testbed. */
    private CallResult<Boolean> owns(String role) throws AwsAccessException, InterruptedException {
        return calls.call(
                        "iam:GetRole",
                        () -> iam.getRole(request -> request.roleName(role)).role())
                .map(full -> full.tags().stream().anyMatch(tag -> owner.tagged(tag.key(), tag.value()))
                        && full.tags().stream()
                                .anyMatch(tag -> tag.key().equals(AwsTestbedSettings.REGION_TAG)
                                        && tag.value().equals(region)));
    }

    /** Names of the testbed's instance profiles; no value if IAM does not list them. */
    CallResult<List<String>> profileNames() throws AwsAccessException, InterruptedException {
        CallResult<List<InstanceProfile>> all = calls.all(
                "iam:ListInstanceProfiles",
                token -> iam.listInstanceProfiles(
                        request -> request.marker(token).maxItems(1000)),
                ListInstanceProfilesResponse::instanceProfiles,
                ListInstanceProfilesResponse::marker);
        List<String> names = new ArrayList<>();
        for (InstanceProfile each : all.value().orElse(List.of())) {
            if (owner.named(each.instanceProfileName())) {
                CallResult<Boolean> own = owns(each);
                if (own.isRefused()) {
                    return own.map(unknown -> List.of());
                }
                own.value().filter(yes -> yes).ifPresent(yes -> names.add(each.instanceProfileName()));
            }
        }
        return all.map(found -> names);
    }

    /** A profile has no tag, so its role decides. A profile without a role is left from an incomplete deletion. */
    private CallResult<Boolean> owns(InstanceProfile profile) throws AwsAccessException, InterruptedException {
        return profile.roles().isEmpty()
                ? CallResult.success(true)
                : owns(profile.roles().get(0).roleName());
    }

    void deleteProfile(String profile) throws AwsAccessException, InterruptedException {
        List<Role> roles = calls.call(
                        "iam:GetInstanceProfile",
                        () -> iam.getInstanceProfile(request -> request.instanceProfileName(profile))
                                .instanceProfile()
                                .roles())
                .value()
                .orElse(List.of());
        for (Role each : roles) {
            calls.call(
                    "iam:RemoveRoleFromInstanceProfile",
                    () -> iam.removeRoleFromInstanceProfile(
                            request -> request.instanceProfileName(profile).roleName(each.roleName())));
        }
        calls.call(
                "iam:DeleteInstanceProfile",
                () -> iam.deleteInstanceProfile(request -> request.instanceProfileName(profile)));
    }

    void delete(String role) throws AwsAccessException, InterruptedException {
        List<String> policies = calls.all(
                        "iam:ListRolePolicies",
                        token -> iam.listRolePolicies(
                                request -> request.roleName(role).marker(token)),
                        ListRolePoliciesResponse::policyNames,
                        ListRolePoliciesResponse::marker)
                .value()
                .orElse(List.of());
        for (String each : policies) {
            calls.call(
                    "iam:DeleteRolePolicy",
                    () -> iam.deleteRolePolicy(request -> request.roleName(role).policyName(each)));
        }
        calls.call("iam:DeleteRole", () -> iam.deleteRole(request -> request.roleName(role)));
    }
}
