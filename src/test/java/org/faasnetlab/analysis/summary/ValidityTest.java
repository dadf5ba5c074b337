package org.faasnetlab.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final TrialRow TRIAL =
            TrialRowBuilder.trial("run").functions(16).seconds(10).row();

    @Test
    void trialWithoutFaultsIsValid() {
        assertThat(Validity.of(TRIAL, started(16, 3_000, 1_000), busy(0.89))).isEqualTo(Validity.VALID);
        assertThat(Validity.of(TRIAL, started(16, 0, 0), null).text()).hasToString("valid");
    }

    /** All 16 functions started 3 s late and close together: the start spread alone does not show it. */
    @Test
    void allFunctionsThatMissT0AreNoticed() {
        assertThat(Validity.of(TRIAL, started(16, 3_000_000, 1_000), null).reasons())
                .containsExactly(InvalidReason.MISSED_START);
        assertThat(Validity.of(started(1, 3_000_000, 0).get(0), TRIAL).reasons())
                .containsExactly(InvalidReason.MISSED_START);
    }

    @Test
    void everyReasonIsGiven() {
        Validity validity = Validity.of(TRIAL, started(14, 0, 100_000), busy(0.95));
        assertThat(validity.reasons())
                .containsExactly(
                        InvalidReason.FAILURES,
                        InvalidReason.MISSED_START,
                        InvalidReason.START_SPREAD,
                        InvalidReason.COMPUTER_BUSY);
        assertThat(validity.text()).hasToString("failures, missed T0, start spread, computer busy");
        assertThat(validity.ids()).isEqualTo("failures missed_start start_spread computer_busy");
    }

    @Test
    void trialWithoutAnyResultHasOnlyThat() {
        FunctionRow failed = FunctionRowBuilder.function(0)
                .failed(FailureReason.DEADLINE, null)
                .row();
        assertThat(Validity.of(TRIAL, List.of(failed), null).reasons()).containsExactly(InvalidReason.NO_RESULT);
        assertThat(Validity.of(failed, TRIAL).reasons()).containsExactly(InvalidReason.NO_RESULT);
    }

    @Test
    void testThatEndedEarlyIsTooShort() {
        FunctionRow early = FunctionRowBuilder.function(0)
                .started(0L)
                .delivered(4_000_000, 1_000)
                .row();
        assertThat(Validity.of(early, TRIAL).reasons()).containsExactly(InvalidReason.TOO_SHORT);
        TrialRow single = TrialRowBuilder.trial("run").seconds(10).row();
        assertThat(Validity.of(single, List.of(early), null).reasons()).containsExactly(InvalidReason.TOO_SHORT);
    }

    @Test
    void invalidTrialsAreCounted() {
        Validity busy = Validity.of(TRIAL, started(16, 0, 0), busy(1));
        assertThat(Validity.leftOut(List.of(Validity.VALID, busy, Validity.VALID)))
                .hasToString("1 of 3 trials are invalid and left out of summaries of several trials: computer busy.");
        assertThat(Validity.leftOut(List.of(Validity.VALID))).isNull();
    }

    private static EvidenceRow busy(double share) {
        return new EvidenceRow(0, null, share, null, null, null, null, null, null, null);
    }

    private static List<FunctionRow> started(int functions, long first, long step) {
        return IntStream.range(0, functions)
                .mapToObj(index -> FunctionRowBuilder.function(index)
                        .started(first + index * step)
                        .delivered(10_000_000, 1_000_000)
                        .row())
                .toList();
    }
}
