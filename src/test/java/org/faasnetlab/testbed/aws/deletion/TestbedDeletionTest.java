package org.faasnetlab.testbed.aws.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testing.aws.deletion.DeletionHarness;
import org.faasnetlab.testing.aws.deletion.FakeAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestbedDeletionTest {

    @Test
    void completeTestbedIsDeletedAndFinalScanIsClean() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.whole())) {
            DeletionReport report = trial.run();

            assertThat(trial.account.own()).isEmpty();
            assertThat(trial.harm()).isEmpty();
            assertThat(report.isClean()).isTrue();
            assertThat(report.blocked()).isEmpty();
            assertThat(report.sentence().toString()).isEqualTo("All resources of faasnetlab-lab are deleted.");
        }
    }

    @Test
    void serversAreTerminatedFirstAndInterfacesDeletedBeforeStack() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.whole())) {
            trial.run();

            assertThat(trial.aws.actions())
                    .containsSubsequence(
                            "ec2:TerminateInstances",
                            "lambda:DeleteFunction",
                            "lambda:UpdateFunctionConfiguration",
                            "ec2:DeleteNetworkInterface",
                            "s3:AbortMultipartUpload",
                            "s3:DeleteObjectVersion",
                            "s3:DeleteObjectVersion",
                            "cloudformation:DeleteStack")
                    .containsOnlyOnce("cloudformation:DeleteStack", "ec2:DeleteNetworkInterface");
        }
    }

    @Test
    void everyStepAndStackEventIsReported() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.whole())) {
            trial.run();

            assertThat(trial.steps.stream()
                            .filter(each -> each.state() == StepState.DONE)
                            .map(DeletionHarness.Step::step))
                    .containsExactly(DeletionStep.values());
            assertThat(trial.events)
                    .extracting(ResourceProgress::status)
                    .containsExactly("DELETE_IN_PROGRESS", "DELETE_COMPLETE");
            assertThat(trial.steps)
                    .anySatisfy(each -> assertThat(each.detail()).startsWith("1 interface still held by Lambda"));
        }
    }

    @Test
    void acceptedDeletionThatDoesNotStartIsReported() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.ignoresDeletion = true;
        try (DeletionHarness trial = new DeletionHarness(account).with(timeouts(Duration.ofMinutes(20), 2))) {
            DeletionReport report = trial.run();

            assertThat(report.isClean()).isFalse();
            assertThat(report.blocked())
                    .extracting(BlockedAction::sentence)
                    .contains("CloudFormation accepted the deletion but has not started it; the status is still "
                            + "UPDATE_COMPLETE.");
            assertThat(trial.waited()).isLessThan(Duration.ofMinutes(10));
        }
    }

    @Test
    void waitIsReportedEveryMinute() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.interfaces.get("eni-own").looksUntilLetGo = Integer.MAX_VALUE;
        try (DeletionHarness trial = new DeletionHarness(account).with(timeouts(Duration.ofMinutes(3), 1))) {
            trial.run();

            assertThat(trial.steps)
                    .extracting(DeletionHarness.Step::detail)
                    .anyMatch(detail -> detail.endsWith(", for 1 min"))
                    .anyMatch(detail -> detail.endsWith(", for 2 min"));
        }
    }

    @Test
    void userOwnedSubnetAndForeignResourcesRemain() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.inUsersSubnet())) {
            DeletionReport report = trial.run();

            assertThat(report.isClean()).isTrue();
            assertThat(trial.account.own()).isEmpty();
            assertThat(trial.harm()).isEmpty();
            assertThat(trial.account.interfaces).containsOnlyKeys("eni-others");
        }
    }

    @Test
    void runningFunctionIsAwaitedAtMostForItsTimeLimit() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.interfaces.get("eni-own").looksUntilLetGo = Integer.MAX_VALUE;
        try (DeletionHarness trial = new DeletionHarness(account).with(timeouts(Duration.ofMinutes(20), 1))) {
            DeletionReport report = trial.run();

            assertThat(trial.waited()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(25));
            assertThat(trial.account.instances.values()).containsOnly("terminated");
            assertThat(report.leftovers()).contains(new LeftoverResource("security-group", FakeAccount.GROUP));
        }
    }

    @Test
    void interfaceThatBlocksStackIsDeletedAndStackRetried() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.interfaces.get("eni-own").looksUntilLetGo = 9;
        try (DeletionHarness trial = new DeletionHarness(account).with(timeouts(Duration.ZERO, 4))) {
            DeletionReport report = trial.run();

            assertThat(trial.events).anySatisfy(each -> {
                assertThat(each.status()).isEqualTo("DELETE_FAILED");
                assertThat(each.reason()).contains("dependent object");
            });
            assertThat(report.isClean()).isTrue();
            assertThat(trial.account.own()).isEmpty();
        }
    }

    @Test
    void foreignInterfaceRemainsAndIsReported() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.interfaces.put("eni-guest", new FakeAccount.Interface("a database", FakeAccount.GROUP, "subnet-own"));
        try (DeletionHarness trial = new DeletionHarness(account)) {
            DeletionReport report = trial.run();

            assertThat(trial.harm()).isEmpty();
            assertThat(trial.account.interfaces).containsKey("eni-guest");
            assertThat(report.isClean()).isFalse();
            assertThat(report.sentence().toString()).startsWith("8 resources of faasnetlab-lab are left.");
            assertThat(report.leftovers()).contains(new LeftoverResource("stack", "faasnetlab-lab"));
            assertThat(report.blocked())
                    .extracting(BlockedAction::what)
                    .containsExactly("FunctionSecurityGroup (sg-functions)", "eni-guest");
            assertThat(report.blocked())
                    .extracting(BlockedAction::sentence)
                    .satisfiesExactly(
                            group -> assertThat(group).contains("dependent object"),
                            guest -> assertThat(guest).contains("a database"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE_IN_PROGRESS",
                "CREATE_FAILED",
                "ROLLBACK_IN_PROGRESS",
                "ROLLBACK_FAILED",
                "REVIEW_IN_PROGRESS",
                "UPDATE_IN_PROGRESS",
                "UPDATE_ROLLBACK_IN_PROGRESS",
                "UPDATE_ROLLBACK_FAILED",
                "DELETE_IN_PROGRESS",
                "DELETE_FAILED"
            })
    void aStackIsDeletedWhateverItIsDoing(String status) throws Exception {
        for (FakeAccount account :
                List.of(FakeAccount.bucketAlone(), FakeAccount.withoutFunctions(), FakeAccount.whole())) {
            account.shrink();
            account.stackStatus = status;
            try (DeletionHarness trial = new DeletionHarness(account)) {
                DeletionReport report = trial.run();

                assertThat(account.own()).isEmpty();
                assertThat(trial.harm()).isEmpty();
                assertThat(report.isClean()).isTrue();
                assertThat(report.blocked()).isEmpty();
            }
        }
    }

    @Test
    void leftoversOfStackAreDeletedByTagOrName() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.stackStatus = "NONE";
        try (DeletionHarness trial = new DeletionHarness(account)) {
            DeletionReport report = trial.run();

            assertThat(account.own()).isEmpty();
            assertThat(trial.harm()).isEmpty();
            assertThat(report.isClean()).isTrue();
        }
    }

    @Test
    void recreatedLogGroupIsDeleted() throws Exception {
        FakeAccount account = new FakeAccount();
        account.logGroups.add("faasnetlab-lab-FunctionLog-A1");
        try (DeletionHarness trial = new DeletionHarness(account)) {
            assertThat(trial.run().isClean()).isTrue();

            assertThat(account.logGroups).containsExactly("faasnetlab-lab-two-FunctionLog-B2");
        }
    }

    @Test
    void missingTestbedIsScannedWithoutChanges() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(new FakeAccount())) {
            assertThat(trial.run().isClean()).isTrue();

            assertThat(trial.harm()).isEmpty();
            assertThat(trial.aws.actions())
                    .noneMatch(action -> action.matches(".*:(Delete|Terminate|Update|Abort|Revoke|Detach).*"));
        }
    }

    @Test
    void stackWithTerminationProtectionIsNotChanged() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.stackProtected = true;
        Set<String> before = account.own();
        try (DeletionHarness trial = new DeletionHarness(account)) {
            DeletionReport report = trial.run();

            assertThat(account.own()).isEqualTo(before);
            assertThat(report.isClean()).isFalse();
            assertThat(report.blocked())
                    .singleElement()
                    .satisfies(obstacle ->
                            assertThat(obstacle.sentence().toString()).contains("Termination protection is enabled"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "lab*", "la?", "Lab", "lab-", "lab two"})
    void nameWithFilterWildcardIsRejected(String name) throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.whole())) {
            assertThatThrownBy(() -> trial.deletion(name)).isInstanceOf(InvalidTestbedSettingException.class);
        }
    }

    @Test
    void userPolicyAllowsEveryActionOfDeletion() throws Exception {
        Set<String> used = new TreeSet<>();
        FakeAccount changing = FakeAccount.whole();
        changing.stackStatus = "UPDATE_IN_PROGRESS";
        FakeAccount retained = FakeAccount.whole();
        retained.stackStatus = "NONE";
        for (FakeAccount account : List.of(FakeAccount.whole(), changing, retained)) {
            try (DeletionHarness trial = new DeletionHarness(account)) {
                trial.run();
                used.addAll(trial.aws.actions());
            }
        }
        String policy = new CreationPlan(
                        AwsTestbedSettings.defaults("lab", "eu-central-1a"), 8, "eu-central-1", PriceTable.bundled())
                .policy();

        assertThat(used)
                .hasSizeGreaterThan(40)
                .allSatisfy(action -> assertThat(policy).containsPattern(Pattern.quote("\"" + action + "\"")));
    }

    private static DeletionTimeouts timeouts(Duration interfaces, int deletions) {
        return new DeletionTimeouts(
                Duration.ofMinutes(5), interfaces, Duration.ofMinutes(60), Duration.ofMinutes(5), deletions);
    }
}
