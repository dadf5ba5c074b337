package org.faasnetlab.testbed.aws.teardown;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.aws.AwsAccessException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Role;

/** The roles of servers and functions, and the servers' instance profile. */
final class Roles {

    private final AwsCalls calls;
    private final IamClient iam;
    private final Owner owner;

    Roles(AwsCalls calls, IamClient iam, Owner owner) {
        this.calls = calls;
        this.iam = iam;
        this.owner = owner;
    }

    /** Names of all roles that IAM lists; without a value if it does not. */
    Answer<List<String>> names() throws AwsAccessException, InterruptedException {
        Answer<List<Role>> all = calls.all(
                "iam:ListRoles",
                token -> iam.listRoles(request -> request.marker(token).maxItems(1000)),
                ListRolesResponse::roles,
                ListRolesResponse::marker);
        List<String> names = new ArrayList<>();
        for (Role each : all.value().orElse(List.of())) {
            if (each.roleName().startsWith(Owner.COMMON_PREFIX) && owns(each.roleName())) {
                names.add(each.roleName());
            }
        }
        return all.map(found -> names);
    }

    /** A long name is cut to 64 letters, so that the tag has to tell; only the role by itself says its tags. */
    private boolean owns(String role) throws AwsAccessException, InterruptedException {
        return owner.named(role)
                || calls.ask(
                                "iam:GetRole",
                                () -> iam.getRole(request -> request.roleName(role))
                                        .role())
                        .value()
                        .map(full -> full.tags().stream().anyMatch(tag -> owner.tagged(tag.key(), tag.value())))
                        .orElse(false);
    }

    /** Names of all instance profiles that IAM lists; without a value if it does not. */
    Answer<List<String>> profileNames() throws AwsAccessException, InterruptedException {
        return calls.all(
                        "iam:ListInstanceProfiles",
                        token -> iam.listInstanceProfiles(
                                request -> request.marker(token).maxItems(1000)),
                        ListInstanceProfilesResponse::instanceProfiles,
                        ListInstanceProfilesResponse::marker)
                .map(all -> all.stream()
                        .map(InstanceProfile::instanceProfileName)
                        .filter(owner::named)
                        .toList());
    }

    void deleteProfile(String profile) throws AwsAccessException, InterruptedException {
        List<Role> roles = calls.ask(
                        "iam:GetInstanceProfile",
                        () -> iam.getInstanceProfile(request -> request.instanceProfileName(profile))
                                .instanceProfile()
                                .roles())
                .value()
                .orElse(List.of());
        for (Role each : roles) {
            calls.ask(
                    "iam:RemoveRoleFromInstanceProfile",
                    () -> iam.removeRoleFromInstanceProfile(
                            request -> request.instanceProfileName(profile).roleName(each.roleName())));
        }
        calls.ask(
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
            calls.ask(
                    "iam:DeleteRolePolicy",
                    () -> iam.deleteRolePolicy(request -> request.roleName(role).policyName(each)));
        }
        calls.ask("iam:DeleteRole", () -> iam.deleteRole(request -> request.roleName(role)));
    }
}
