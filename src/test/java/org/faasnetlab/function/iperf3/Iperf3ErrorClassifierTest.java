package org.faasnetlab.function.iperf3;

import static org.assertj.core.api.Assertions.assertThat;

import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Iperf3ErrorClassifierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the server is busy running a test. try again later|SERVER_BUSY|true",
                "unable to connect to server: Connection refused|CONNECT_FAILED|true",
                "unable to connect to server - server may have stopped running or use a different port, firewall issue, etc.: "
                        + "Connection refused|CONNECT_FAILED|true",
                "unable to send parameters to server: Broken pipe|CONNECT_FAILED|true",
                "control socket has closed unexpectedly|CONNECT_FAILED|true",
                "unable to receive control message - port may not be available: Connection reset by peer|CONNECT_FAILED|true",
                "unable to set TCP_CONGESTION: Supplied congestion control algorithm not supported on this host|BAD_REQUEST|false",
                "parameter error - bad format specifier|BAD_REQUEST|false",
                "unrecognized option '--json-stream'|BAD_REQUEST|false",
                "unable to create a new stream: Permission denied|INTERNAL|false",
                "|INTERNAL|false"
            })
    void errorsBeforeTheTransferAreClassified(String words, FailureReason reason, boolean retryable) {
        TaskException failure = Iperf3ErrorClassifier.failure(words == null ? "" : words, false);

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.retryable()).isEqualTo(retryable);
        assertThat(failure.toRecord().message()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"control socket has closed unexpectedly", "the server has terminated", "select failed: Broken pipe"})
    void anyErrorDuringTheTransferBreaksIt(String words) {
        assertThat(Iperf3ErrorClassifier.failure(words, true).reason()).isEqualTo(FailureReason.TRANSFER_BROKEN);
    }

    @Test
    void anUnknownCongestionControlNamesItsSetting() {
        assertThat(Iperf3ErrorClassifier.failure(
                        "unable to set TCP_CONGESTION: Supplied congestion control algorithm not supported on this host",
                        true))
                .hasMessageEndingWith(" Set congestion to an algorithm of the kernel that sends, such as cubic.");
    }
}
