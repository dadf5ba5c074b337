package org.faasnetlab.testbed.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faasnetlab.testbed.aws.policy.UserPolicy.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPolicyTest {

    private static final List<Path> CHECKS = Stream.of("preflight", "stack", "policy")
            .map(name -> Path.of("src/main/java/org/faasnetlab/testbed/aws", name))
            .toList();
    private static final Pattern QUERY = Pattern.compile("query\\(\\s*\"([a-z0-9]+:[A-Za-z]+)\"");

    /** GetCallerIdentity needs no permission, and GetRole is for the user's own role. */
    private static final List<String> NOT_IN_THE_POLICY = List.of("sts:GetCallerIdentity", "iam:GetRole");

    @Test
    void policyAllowsQueriesOfPreflightChecks() throws IOException {
        assertThat(queriedActions())
                .hasSizeGreaterThan(10)
                .filteredOn(action -> !NOT_IN_THE_POLICY.contains(action))
                .isSubsetOf(UserPolicy.statements("eu-central-1").stream()
                        .flatMap(statement -> statement.actions().stream())
                        .toList());
    }

    @Test
    void statementsAreReadWithOneOrMoreActionsAndResourcesAndWithTheirConditions() {
        assertThat(UserPolicy.statements("eu-central-1"))
                .contains(new Statement(
                        "PassRoles",
                        List.of("iam:PassRole"),
                        List.of("arn:aws:iam::*:role/faasnetlab-*"),
                        Map.of("iam:PassedToService", List.of("ec2.amazonaws.com", "lambda.amazonaws.com"))))
                .filteredOn(Statement::optional)
                .extracting(Statement::sid)
                .containsExactly("PreflightOptional", "SimulateOwnPoliciesOptional");
    }

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, aws, ec2.amazonaws.com",
        "cn-north-1, aws-cn, ec2.amazonaws.com.cn",
        "us-gov-west-1, aws-us-gov, ec2.amazonaws.com",
        "xx-future-1, aws, ec2.amazonaws.com"
    })
    void policyIsForThePartitionOfTheRegion(String region, String partition, String ec2) {
        assertThat(UserPolicy.statements(region))
                .flatExtracting(Statement::resources)
                .filteredOn(resource -> !resource.equals("*"))
                .hasSizeGreaterThan(5)
                .allMatch(resource -> resource.startsWith("arn:" + partition + ":"));
        assertThat(UserPolicy.statements(region))
                .filteredOn(statement -> statement.sid().equals("PassRoles"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.conditions().get("iam:PassedToService"))
                        .containsExactly(ec2, "lambda.amazonaws.com"));
    }

    @Test
    void withABoundaryRolesGetPermissionsOnlyIfTheyHaveIt() throws Exception {
        String boundary = "arn:aws-cn:iam::123456789012:policy/limits";

        assertThat(UserPolicy.statements("cn-north-1", boundary))
                .filteredOn(statement ->
                        statement.actions().stream().anyMatch(List.of("iam:CreateRole", "iam:PutRolePolicy")::contains))
                .containsExactly(new Statement(
                        "RolesWithBoundary",
                        List.of("iam:CreateRole", "iam:PutRolePolicy"),
                        List.of("arn:aws-cn:iam::*:role/faasnetlab-*"),
                        Map.of("iam:PermissionsBoundary", List.of(boundary))));
        assertThat(actions(UserPolicy.statements("cn-north-1", boundary)))
                .isEqualTo(actions(UserPolicy.statements("cn-north-1")));
        assertThat(PolicyNotes.text(boundary)).contains("RolesWithBoundary");
        assertThat(PolicyNotes.text(null)).doesNotContain("RolesWithBoundary");
    }

    private static SortedSet<String> actions(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.actions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> queriedActions() throws IOException {
        List<String> asked = new ArrayList<>();
        for (Path folder : CHECKS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.flatMap(UserPolicyTest::actions).forEach(asked::add);
            }
        }
        return asked.stream().distinct().toList();
    }

    private static Stream<String> actions(Path file) {
        try {
            return QUERY.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException notReadable) {
            throw new java.io.UncheckedIOException(notReadable);
        }
    }
}
