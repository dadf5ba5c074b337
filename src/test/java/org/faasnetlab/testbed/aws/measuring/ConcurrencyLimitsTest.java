package org.faasnetlab.testbed.aws.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testing.aws.StubAws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of a testbed with one server with 100 ports, in an account with limited concurrency. */
class ConcurrencyLimitsTest {
    private static final String ACCOUNT_SETTINGS = "GET /2016-08-19/account-settings";

    private final AwsTestbedSettings testbed = AwsTestbedSettings.defaults("lab", "eu-central-1a");
    private StubAws aws;
    private ConcurrencyLimits room;

    @BeforeEach
    void connect() throws Exception {
        aws = StubAws.start();
        room = new ConcurrencyLimits(aws.account());
    }

    @AfterEach
    void disconnect() {
        aws.close();
    }

    @Test
    void moreFunctionsThanPortsAreRejected() {
        concurrency(1000);

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> room.require(testbed, false, 10_000, true))
                .withMessage(
                        "10,000 concurrent functions require as many iperf3 ports, but the servers of lab have 100.")
                .satisfies(refused -> assertThat(refused.nextStep()).startsWith("Set functions to at most 100,"));
    }

    @Test
    void moreFunctionsThanAccountConcurrencyAreRejected() {
        concurrency(10);

        for (boolean iperf3 : new boolean[] {true, false}) {
            assertThatExceptionOfType(LabException.class)
                    .isThrownBy(() -> room.require(testbed, false, 11, iperf3))
                    .withMessage(
                            "11 concurrent functions exceed the Lambda limit of your account, 10 in" + " eu-central-1.")
                    .satisfies(refused -> assertThat(refused.nextStep())
                            .startsWith("Set functions to at most 10,")
                            .contains("Service Quotas"));
        }
    }

    @Test
    void functionsWithoutServersNeedNoPorts() {
        concurrency(1000);

        assertThatCode(() -> room.require(testbed, false, 1000, false)).doesNotThrowAnyException();
        assertThatCode(() -> room.require(testbed, false, 100, true)).doesNotThrowAnyException();
    }

    @Test
    void unknownLimitRejectsNothing() throws Exception {
        aws.refuse(ACCOUNT_SETTINGS, 403, "AccessDeniedException", "User is not authorized");

        assertThat(room.concurrency()).isEmpty();
        assertThatCode(() -> room.require(testbed, false, 5000, false)).doesNotThrowAnyException();
    }

    private void concurrency(int free) {
        aws.answer(
                ACCOUNT_SETTINGS,
                "{\"AccountLimit\":{\"ConcurrentExecutions\":1000,\"UnreservedConcurrentExecutions\":" + free + "}}");
    }
}
