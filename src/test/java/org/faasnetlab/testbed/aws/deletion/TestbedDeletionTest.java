package org.faasnetlab.testbed.aws.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
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
    void aWholeTestbedGoesAndTheLastLookSaysThatNothingIsLeft() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.whole())) {
            DeletionReport report = trial.run();

            assertThat(trial.account.own()).isEmpty();
            assertThat(trial.harm()).isEmpty();
            assertThat(report.nothingLeft()).isTrue();
            assertThat(report.obstacles()).isEmpty();
            assertThat(report.sentence()).isEqualTo("All resources of faasnetlab-lab are deleted.");
        }
    }

    @Test
    void serversStopFirstAndTheInterfacesAreGoneBeforeTheStackIsDeleted() throws Exception {
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
    void everyStepIsToldWithItsEndAndTheStacksOwnNews() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.whole())) {
            trial.run();

            assertThat(trial.steps.stream()
                            .filter(each -> each.state() == DeletionStepProgress.State.DONE)
                            .map(DeletionStepProgress::step))
                    .containsExactly(DeletionStep.values());
            assertThat(trial.events)
                    .extracting(ResourceProgress::status)
                    .containsExactly("DELETE_IN_PROGRESS", "DELETE_COMPLETE");
            assertThat(trial.steps)
                    .anySatisfy(each -> assertThat(each.detail()).startsWith("1 interface still held by Lambda"));
        }
    }

    @Test
    void aSubnetOfTheUsersAndWhatOthersHaveInItStay() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.inUsersSubnet())) {
            DeletionReport report = trial.run();

            assertThat(report.nothingLeft()).isTrue();
            assertThat(trial.account.own()).isEmpty();
            assertThat(trial.harm()).isEmpty();
            assertThat(trial.account.interfaces).containsOnlyKeys("eni-others");
        }
    }

    @Test
    void aFunctionThatStillRunsIsNotAwaitedLongerThanItsTimeLimit() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.interfaces.get("eni-own").looksUntilLetGo = Integer.MAX_VALUE;
        try (DeletionHarness trial = new DeletionHarness(account).with(patience(Duration.ofMinutes(20), 1))) {
            DeletionReport report = trial.run();

            assertThat(trial.waited()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(25));
            assertThat(trial.account.instances.values()).containsOnly("terminated");
            assertThat(report.left()).contains(new LeftoverResource("security-group", FakeAccount.GROUP));
        }
    }

    @Test
    void anInterfaceThatMakesTheStackFailIsSweptAndTheStackDeletedAgain() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.interfaces.get("eni-own").looksUntilLetGo = 9;
        try (DeletionHarness trial = new DeletionHarness(account).with(patience(Duration.ZERO, 4))) {
            DeletionReport report = trial.run();

            assertThat(trial.events).anySatisfy(each -> {
                assertThat(each.status()).isEqualTo("DELETE_FAILED");
                assertThat(each.reason()).contains("dependent object");
            });
            assertThat(report.nothingLeft()).isTrue();
            assertThat(trial.account.own()).isEmpty();
        }
    }

    @Test
    void someoneElsesInterfaceInTheTestbedsGroupStaysAndIsNamedAsTheReason() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.interfaces.put("eni-guest", new FakeAccount.Interface("a database", FakeAccount.GROUP, "subnet-own"));
        try (DeletionHarness trial = new DeletionHarness(account)) {
            DeletionReport report = trial.run();

            assertThat(trial.harm()).isEmpty();
            assertThat(trial.account.interfaces).containsKey("eni-guest");
            assertThat(report.nothingLeft()).isFalse();
            assertThat(report.sentence()).startsWith("8 resources of faasnetlab-lab are left.");
            assertThat(report.left()).contains(new LeftoverResource("stack", "faasnetlab-lab"));
            assertThat(report.obstacles())
                    .extracting(BlockedAction::what)
                    .containsExactly("FunctionSecurityGroup (sg-functions)", "eni-guest");
            assertThat(report.obstacles())
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
                assertThat(report.nothingLeft()).isTrue();
                assertThat(report.obstacles()).isEmpty();
            }
        }
    }

    @Test
    void whatAStackLeftBehindIsRemovedByItsTagOrName() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.stackStatus = "NONE";
        try (DeletionHarness trial = new DeletionHarness(account)) {
            DeletionReport report = trial.run();

            assertThat(account.own()).isEmpty();
            assertThat(trial.harm()).isEmpty();
            assertThat(report.nothingLeft()).isTrue();
        }
    }

    @Test
    void aLogGroupThatWasMadeAgainAfterTheStackWentIsRemoved() throws Exception {
        FakeAccount account = new FakeAccount();
        account.logGroups.add("faasnetlab-lab-FunctionLog-A1");
        try (DeletionHarness trial = new DeletionHarness(account)) {
            assertThat(trial.run().nothingLeft()).isTrue();

            assertThat(account.logGroups).containsExactly("faasnetlab-lab-two-FunctionLog-B2");
        }
    }

    @Test
    void aTestbedThatWasNeverMadeIsLookedForAndNothingChanges() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(new FakeAccount())) {
            assertThat(trial.run().nothingLeft()).isTrue();

            assertThat(trial.harm()).isEmpty();
            assertThat(trial.aws.actions())
                    .noneMatch(action -> action.matches(".*:(Delete|Terminate|Update|Abort|Revoke|Detach).*"));
        }
    }

    @Test
    void aProtectedStackIsLeftAsItIs() throws Exception {
        FakeAccount account = FakeAccount.whole();
        account.stackProtected = true;
        Set<String> before = account.own();
        try (DeletionHarness trial = new DeletionHarness(account)) {
            DeletionReport report = trial.run();

            assertThat(account.own()).isEqualTo(before);
            assertThat(report.nothingLeft()).isFalse();
            assertThat(report.obstacles())
                    .singleElement()
                    .satisfies(
                            obstacle -> assertThat(obstacle.sentence()).contains("Termination protection is enabled"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "lab*", "la?", "Lab", "lab-", "lab two"})
    void aNameThatAFilterWouldReadAsManyIsRefused(String name) throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.whole())) {
            assertThatThrownBy(() -> trial.teardown(name)).isInstanceOf(InvalidTestbedSettingException.class);
        }
    }

    @Test
    void theUsersPolicyAllowsEveryActionOfATeardown() throws Exception {
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
        String policy =
                new CreationPlan(AwsTestbedSettings.defaults("lab", "eu-central-1a"), PriceTable.bundled()).policy();

        assertThat(used)
                .hasSizeGreaterThan(40)
                .allSatisfy(action -> assertThat(policy).containsPattern(Pattern.quote("\"" + action + "\"")));
    }

    private static DeletionTimeouts patience(Duration interfaces, int deletions) {
        return new DeletionTimeouts(
                Duration.ofMinutes(5), interfaces, Duration.ofMinutes(60), Duration.ofMinutes(5), deletions);
    }
}
