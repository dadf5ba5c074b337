package org.faasnetlab.testbed.aws.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccessException.Reason;
import org.faasnetlab.testing.aws.deletion.DeletionHarness;
import org.faasnetlab.testing.aws.deletion.FakeAccount;
import org.faasnetlab.testing.aws.deletion.FakeAws;
import org.faasnetlab.testing.aws.deletion.FakeCall;
import org.faasnetlab.testing.aws.deletion.FakeRefusal;
import org.junit.jupiter.api.Test;

/**
 * Deletions that are killed at each (or at every third) of their calls to AWS and started again. No state is carried
 * over, as if the second ran on another computer. Each has an account of its own, so that several run at the same time.
 */
class ResumedDeletionIT {

    private interface Account {
        FakeAccount make();
    }

    @Test
    void deletionKilledAfterAnyCallResumes() throws Exception {
        endedInTheMiddle(FakeAccount::small, Reason.UNREACHABLE, 1);
    }

    @Test
    void killedDeletionInUserOwnedSubnetTouchesNothingForeign() throws Exception {
        endedInTheMiddle(
                () -> {
                    FakeAccount account = FakeAccount.inUsersSubnet();
                    account.shrink();
                    account.stackStatus = "UPDATE_IN_PROGRESS";
                    return account;
                },
                Reason.UNREACHABLE,
                3);
    }

    @Test
    void killedDeletionWithoutStackResumes() throws Exception {
        endedInTheMiddle(
                () -> {
                    FakeAccount account = FakeAccount.small();
                    account.stackStatus = "NONE";
                    return account;
                },
                Reason.UNREACHABLE,
                3);
    }

    @Test
    void expiredCredentialsStopDeletionUntilNextSignIn() throws Exception {
        endedInTheMiddle(FakeAccount::small, Reason.SIGN_IN_EXPIRED, 3);
    }

    /**
     * @param step 1 for every call, 3 for every third: the cases differ in the account, not in what a killed deletion
     *     can leave
     */
    private static void endedInTheMiddle(Account prepared, Reason reason, int step) throws Exception {
        int calls;
        try (DeletionHarness undisturbed = new DeletionHarness(prepared.make())) {
            undisturbed.run();
            calls = undisturbed.aws.actions().size();
        }
        assertThat(calls).isGreaterThan(30);
        List<Callable<Void>> trials = new ArrayList<>();
        for (int last = 1; last < calls; last += step) {
            int end = last;
            trials.add(() -> {
                endedAt(end, prepared, reason);
                return null;
            });
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            for (Future<Void> trial : threads.invokeAll(trials)) {
                trial.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void endedAt(int last, Account prepared, Reason reason) throws Exception {
        try (DeletionHarness trial = new DeletionHarness(prepared.make())) {
            trial.aws.failing(new From(last, reason));
            assertThatThrownBy(trial::run).isInstanceOfSatisfying(AwsAccessException.class, end -> {
                assertThat(end.reason()).isEqualTo(reason);
                assertThat(end.nextStep()).endsWith(".");
            });

            trial.aws.failing(new FakeAws.Faults() {});
            DeletionReport report = trial.run();

            assertThat(trial.account.own()).as("ended at call %d", last).isEmpty();
            assertThat(report.isClean()).isTrue();
            assertThat(trial.harm()).isEmpty();
        }
    }

    /** From this call on no response arrives. If the credentials expire, that call is not executed either. */
    private record From(int last, Reason reason) implements FakeAws.Faults {

        @Override
        public void before(FakeCall call, int number) {
            if (reason == Reason.SIGN_IN_EXPIRED && number >= last) {
                boolean json = Set.of("lambda", "logs").contains(call.service());
                throw new FakeRefusal(
                        403, json ? "ExpiredTokenException" : "ExpiredToken", "The security token has expired");
            }
        }

        @Override
        public boolean losesAnswer(FakeCall call, int number) {
            return number >= last;
        }
    }
}
