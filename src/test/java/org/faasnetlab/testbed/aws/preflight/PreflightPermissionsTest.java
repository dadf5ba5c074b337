package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.aws.preflight.RoomyPreflight.lines;

import java.util.Map;
import org.faasnetlab.testbed.aws.policy.UserPolicy;
import org.faasnetlab.testbed.aws.preflight.PreflightResult.State;
import org.faasnetlab.testing.aws.preflight.RoomyAccount;
import org.faasnetlab.testing.aws.preflight.RoomyPreflight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks of permissions, present and missing. */
class PreflightPermissionsTest {
    @RegisterExtension
    private final RoomyPreflight lab = new RoomyPreflight();

    @ParameterizedTest
    @CsvSource({
        "DescribeStacks, cloudformation:DescribeStacks, name",
        "GET /2016-08-19/account-settings, lambda:GetAccountSettings, concurrency",
        "POST /2021-11-15/functions/faasnetlab-lab-absent/response-streaming-invocations, lambda:InvokeFunction, streaming",
        "DescribeInstanceTypeOfferings, ec2:DescribeInstanceTypeOfferings, server-type",
        "DescribeInstanceTypes, ec2:DescribeInstanceTypes, bandwidth",
        "DescribeInstances, ec2:DescribeInstances, vcpu-quota",
        "GetServiceQuota, servicequotas:GetServiceQuota, vcpu-quota",
        "DescribeVpcs, ec2:DescribeVpcs, vpc"
    })
    void aDeniedActionIsNamedAndItsLineIsUnknown(String operation, String action, String line) throws Exception {
        lab.aws.refuse(
                operation,
                403,
                operation.startsWith("Describe") && !operation.equals("DescribeStacks")
                        ? "UnauthorizedOperation"
                        : "AccessDeniedException",
                "You are not authorized to perform this operation.");

        Map<String, PreflightResult> lines = lines(lab.preflight());

        assertThat(lines.get(line).state()).isEqualTo(State.UNKNOWN);
        assertThat(lines.get(line).meaning().toString()).isEqualTo("You are not authorized to perform " + action + ".");
        boolean optional = UserPolicy.statements("eu-central-1").stream()
                .anyMatch(
                        statement -> statement.optional() && statement.actions().contains(action));
        assertThat(lines.get("actions").state()).isEqualTo(optional ? State.WARNING : State.PROBLEM);
        assertThat(lines.get("actions").meaning().toString()).contains(action);
        assertThat(lines.get("actions").remedy().toString()).contains("faasnetlab aws plan");
    }

    @Test
    void actionsDeniedInSimulationAreNamed() throws Exception {
        RoomyAccount.simulation(lab.aws, "iam:CreateRole");

        assertThat(lab.line("actions", State.PROBLEM).meaning().toString())
                .contains("you are not authorized to perform iam:CreateRole,");
    }

    @Test
    void undecidedActionsAreUnknown() throws Exception {
        lab.aws.answer(
                "SimulatePrincipalPolicy",
                "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult/></SimulatePrincipalPolicyResponse>");

        assertThat(lab.line("actions", State.UNKNOWN).meaning().toString())
                .contains("whether you may perform")
                .contains("iam:CreateRole");
    }

    @Test
    void withoutSimulationPermissionsAreUnknown() throws Exception {
        lab.aws.refuse("SimulatePrincipalPolicy", 403, "AccessDenied", "not authorized");

        assertThat(lab.line("actions", State.UNKNOWN).meaning().toString()).contains("iam:SimulatePrincipalPolicy");
    }

    @Test
    void aRoleIsSimulatedByItsNameWithItsPath() throws Exception {
        RoomyAccount.identity(lab.aws, "arn:aws:sts::123456789012:assumed-role/Lab/ada");
        lab.aws.answer("GetRole", """
                <GetRoleResponse><GetRoleResult><Role><RoleName>Lab</RoleName><Path>/teams/</Path><RoleId>AROA</RoleId>
                <Arn>arn:aws:iam::123456789012:role/teams/Lab</Arn></Role></GetRoleResult></GetRoleResponse>
                """);

        lab.line("actions", State.OK);

        assertThat(lab.aws.requests())
                .filteredOn(request -> request.operation().equals("SimulatePrincipalPolicy"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.fields())
                        .containsEntry("PolicySourceArn", "arn:aws:iam::123456789012:role/teams/Lab"));
    }

    @Test
    void simulationUsesResourcesOfTheTestbed() throws Exception {
        lab.line("actions", State.OK);

        assertThat(lab.aws.requests())
                .filteredOn(request -> request.fields().containsValue("cloudformation:CreateStack"))
                .singleElement()
                .satisfies(request -> assertThat(request.fields())
                        .containsEntry(
                                "ResourceArns.member.1",
                                "arn:aws:cloudformation:eu-central-1:123456789012:stack/faasnetlab-lab"));
        assertThat(lab.aws.requests())
                .filteredOn(request -> request.fields().containsValue("iam:PassRole"))
                .singleElement()
                .satisfies(request -> assertThat(request.fields())
                        .containsEntry("ContextEntries.member.1.ContextKeyName", "iam:PassedToService"));
    }
}
