package org.faasnetlab.run.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.function.IntFunction;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.testing.run.RunnerHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence that is observed during a trial. */
class TrialEvidenceTest {
    private final RunnerHarness bench = new RunnerHarness();

    @Test
    void computerLoadSinceT0IsStoredWithTrial() throws Exception {
        bench.testbed.busyMeter = saying(0.99, 0.25, 0.5, 0.75);
        bench.testbed.facts = new TrialConditions(Bandwidth.ofMegabits(5000), Bandwidth.ofMegabits(625), true);
        bench.run("functions=2");

        // The first reading covers the time before T0; a test of 1 s allows three more.
        assertThat(bench.store.evidence)
                .containsExactly(new EvidenceRow(
                        0,
                        920_000L,
                        0.5,
                        0.75,
                        3,
                        null,
                        null,
                        Bandwidth.ofMegabits(5000),
                        Bandwidth.ofMegabits(625),
                        true));
    }

    @Test
    void loadIsUnknownWhereComputerDoesNotMatter() throws Exception {
        bench.run("functions=1");
        assertThat(bench.store.evidence).singleElement().satisfies(evidence -> {
            assertThat(evidence.computerBusy()).isNull();
            assertThat(evidence.computerSamples()).isNull();
            assertThat(evidence.leadMicros()).isEqualTo(900_000L);
        });
    }

    @Test
    void sharedServerIsMonitoredWithItsDisk() throws Exception {
        bench.testbed.serverMeter = saying(0, 0.4, 0.95, 0.6);
        bench.testbed.serverDiskMeter = saying(0, 0.1, 0.2, 0.3);
        bench.run("functions=2");
        assertThat(bench.store.evidence).singleElement().satisfies(evidence -> {
            assertThat(evidence.serverBusy()).isEqualTo(0.6);
            assertThat(evidence.serverDiskBusy()).isEqualTo(0.2);
        });
    }

    @ParameterizedTest(name = "iperf3 {0}, {1} streams: {2}")
    @CsvSource({"3.12, 1, 0.8", "3.12, 4, 0.8", "3.16, 4, 0.2", "3.21-mt1, 2, 0.4", "4.0, 1, 0.8"})
    void theBusiestIperf3ServerCountsByWhatItsThreadsCanUse(String version, int streams, double busy) throws Exception {
        double[] processors = {0.3, 0.8, 0.5};
        serversSay(version, functionIndex -> processors[functionIndex]);
        bench.run("functions=3", "streams=" + streams);
        assertThat(bench.store.evidence)
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.serverBusy()).isEqualTo(busy));
    }

    @Test
    void silentServerIsUnknownAndSaturatedServerIsOne() throws Exception {
        serversSay("3.12", functionIndex -> functionIndex == 0 ? null : 1.02);
        bench.run("functions=1");
        bench.run("functions=2");
        assertThat(bench.store.evidence).extracting(EvidenceRow::serverBusy).containsExactly(null, 1.0);
    }

    private void serversSay(String iperf3Version, IntFunction<Double> processors) {
        bench.invoker.script(attempt -> {
            int functionIndex = attempt.request.functionIndex();
            attempt.say(new FunctionRecord.Ready(
                    "sandbox-" + functionIndex, "log", true, 1769, "amd64", "Java 17", 0, iperf3Version));
            attempt.say(new FunctionRecord.Finished(
                    10, 10, 0, 1_000_000, null, null, null, null, processors.apply(functionIndex)));
            attempt.end(new InvocationEnd.Complete());
        });
    }

    private static BusyMeter saying(double... shares) {
        PrimitiveIterator.OfDouble readings = Arrays.stream(shares).iterator();
        return new BusyMeter() {
            @Override
            public OptionalDouble sinceLastCall() {
                return readings.hasNext() ? OptionalDouble.of(readings.nextDouble()) : OptionalDouble.empty();
            }

            @Override
            public String source() {
                return "a test";
            }
        };
    }
}
