package org.faasnetlab.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.faasnetlab.workload.udp.UdpMetrics;
import org.junit.jupiter.api.Test;

class MetricBinsTest {
    private final MetricBins bins = new MetricBins(ProbeMetrics.RTT);

    private void add(int functionIndex, int tenth, double rttMillis) {
        bins.add(
                functionIndex,
                new Interval(tenth * 100_000L, 100_000, 1000, null, MetricValues.of("probe_rtt_us", rttMillis * 1e3)));
    }

    @Test
    void theCurveIsTheMedianOfTheFunctionsInMilliseconds() {
        add(0, 0, 10);
        add(1, 0, 20);
        add(2, 0, 90);
        add(0, 3, 40);
        bins.add(1, new Interval(300_000, 100_000, 1000, null));

        Curve curve = bins.curve();
        assertThat(curve.size()).isEqualTo(2);
        assertThat(curve.x(0)).isCloseTo(0.05, within(1e-9));
        assertThat(curve.y(0)).isCloseTo(20, within(1e-9));
        assertThat(curve.x(1)).isCloseTo(0.35, within(1e-9));
        assertThat(curve.y(1)).isCloseTo(40, within(1e-9));
    }

    @Test
    void laterValuesOfABinChangeIt() {
        add(0, 0, 10);
        assertThat(bins.curve().y(0)).isCloseTo(10, within(1e-9));
        add(1, 0, 30);
        assertThat(bins.curve().y(0)).isCloseTo(20, within(1e-9));
    }

    @Test
    void aLongTrialHasWiderBins() {
        for (int tenth = 0; tenth < 9000; tenth++) {
            add(0, tenth, tenth < 4500 ? 10 : 100);
        }
        Curve curve = bins.curve();
        assertThat(curve.size()).isBetween(MetricBins.MAX_BINS / 2, MetricBins.MAX_BINS);
        assertThat(curve.y(0)).isCloseTo(10, within(1e-9));
        assertThat(curve.y(curve.size() - 1)).isCloseTo(100, within(1e-9));
        assertThat(curve.lastX()).isBetween(890.0, 900.0);
    }

    @Test
    void retransmitsOfFunctionsAndIntervalsAreAddedUp() {
        MetricBins retransmits = new MetricBins(Metrics.RETRANSMITS);
        retransmits.add(0, new Interval(0, 50_000, 1000, 3L));
        retransmits.add(0, new Interval(40_000, 50_000, 1000, 4L));
        retransmits.add(1, new Interval(0, 100_000, 1000, 5L));
        retransmits.add(1, new Interval(100_000, 100_000, 1000, null));

        Curve curve = retransmits.curve();
        assertThat(curve.size()).isEqualTo(1);
        assertThat(curve.y(0)).isEqualTo(12);
    }

    @Test
    void lossIsTheMeanOfTheFunctionsInPercent() {
        MetricBins loss = new MetricBins(UdpMetrics.LOSS);
        loss.add(0, new Interval(0, 100_000, 1000, null, MetricValues.of("udp_loss", 0.1)));
        loss.add(1, new Interval(0, 100_000, 1000, null, MetricValues.of("udp_loss", 0.3)));

        assertThat(loss.curve().y(0)).isCloseTo(20, within(1e-9));
    }

    @Test
    void withoutProbesThereIsNoCurve() {
        bins.add(0, new Interval(0, 100_000, 1000, null));
        assertThat(bins.curve().size()).isZero();
    }
}
