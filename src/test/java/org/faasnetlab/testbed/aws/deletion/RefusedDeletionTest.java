package org.faasnetlab.testbed.aws.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.faasnetlab.testing.aws.deletion.DeletionHarness;
import org.faasnetlab.testing.aws.deletion.FakeAccount;
import org.faasnetlab.testing.aws.deletion.FakeAws;
import org.faasnetlab.testing.aws.deletion.FakeCall;
import org.faasnetlab.testing.aws.deletion.FakeRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deletions in which AWS denies or throttles an action. */
class RefusedDeletionTest {

    /** All actions of a deletion, taken from one without failures. */
    static Stream<String> actions() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.small())) {
            trial.run();
            return new TreeSet<>(trial.aws.actions()).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void deniedActionIsReportedAndRestIsDeleted(String denied) throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.small())) {
            trial.aws.failing(before((call, number) -> {
                if (call.action().equals(denied)) {
                    throw new FakeRefusal(403, deniedBy(call.service()), "Access Denied");
                }
            }));

            DeletionReport report = trial.run();

            assertThat(report.blocked()).anySatisfy(obstacle -> {
                assertThat(obstacle.what()).isEqualTo(denied);
                assertThat(obstacle.sentence().toString()).contains(denied);
                assertThat(obstacle.nextStep()).contains("policy");
            });
            assertThat(trial.harm()).isEmpty();
            if (report.isClean()) {
                assertThat(trial.account.own()).isEmpty();
            }
            if (!denied.startsWith("s3:") && !denied.startsWith("cloudformation:ListStackResources")) {
                assertThat(trial.account
                                .buckets
                                .getOrDefault(FakeAccount.BUCKET, new FakeAccount.Bucket())
                                .isEmpty())
                        .isTrue();
            }
            if (!denied.equals("ec2:DescribeInstances") && !denied.equals("ec2:TerminateInstances")) {
                assertThat(trial.account.instances.values()).doesNotContain("running");
            }
        }
    }

    @Test
    void withoutDeleteStackPermissionServersStopAndBucketIsEmptied() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.small())) {
            trial.aws.failing(before((call, number) -> {
                if (call.action().equals("cloudformation:DeleteStack")) {
                    throw new FakeRefusal(
                            403,
                            "AccessDenied",
                            "User: arn:aws:iam::1:user/ada is not authorized to perform: cloudformation:DeleteStack");
                }
            }));

            DeletionReport report = trial.run();

            assertThat(trial.account.instances.values()).containsOnly("terminated");
            assertThat(trial.account.buckets.get(FakeAccount.BUCKET).isEmpty()).isTrue();
            assertThat(report.leftovers())
                    .extracting(LeftoverResource::kind)
                    .contains("stack", "bucket", "function", "role", "vpc")
                    .doesNotContain("instance");
        }
    }

    @Test
    void kindsThatCannotBeListedAreNotReportedAsDeleted() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.small())) {
            trial.aws.failing(before((call, number) -> {
                if (call.action().equals("iam:ListRoles")) {
                    throw new FakeRefusal(403, "AccessDenied", "no");
                }
            }));

            DeletionReport report = trial.run();

            assertThat(report.isClean()).isFalse();
            assertThat(report.leftovers()).isEmpty();
            assertThat(report.sentence().toString())
                    .isEqualTo("No resources of faasnetlab-lab were found. You are not authorized to list: roles.");
        }
    }

    @Test
    void throttledActionsAreRetried() throws Exception {
        Map<String, Integer> refusals = new HashMap<>();
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.small())) {
            trial.aws.failing(before((call, number) -> {
                if (refusals.merge(call.action(), 1, Integer::sum) <= 3) {
                    throw new FakeRefusal(400, "Throttling", "Rate exceeded");
                }
            }));

            DeletionReport report = trial.run();

            assertThat(report.isClean()).isTrue();
            assertThat(report.blocked()).isEmpty();
            assertThat(trial.account.own()).isEmpty();
            assertThat(refusals.values()).allMatch(calls -> calls > 3);
        }
    }

    @Test
    void undeletableObjectIsNotRetriedForever() throws Exception {
        try (DeletionHarness trial = new DeletionHarness(FakeAccount.small())) {
            trial.account.buckets.get(FakeAccount.BUCKET).locked = true;

            DeletionReport report = trial.run();

            assertThat(report.blocked())
                    .extracting(BlockedAction::sentence)
                    .contains("S3 did not delete an object in " + FakeAccount.BUCKET + ": AccessDenied.");
            assertThat(report.leftovers()).contains(new LeftoverResource("bucket", FakeAccount.BUCKET));
        }
    }

    private interface Before {
        void check(FakeCall call, int number);
    }

    private static FakeAws.Faults before(Before check) {
        return new FakeAws.Faults() {
            @Override
            public void before(FakeCall call, int number) {
                check.check(call, number);
            }
        };
    }

    private static String deniedBy(String service) {
        return service.equals("ec2")
                ? "UnauthorizedOperation"
                : List.of("lambda", "logs").contains(service) ? "AccessDeniedException" : "AccessDenied";
    }
}
