package org.faasnetlab.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.workload.Metrics;
import org.junit.jupiter.api.Test;

class DrawableMetricsTest {
    private static final RunData RUN = PlainRuns.completed("a");

    @Test
    void metricWithoutValuesIsNotOffered() {
        DrawableMetrics none = metrics(FunctionRowBuilder.function(0).row());
        assertThat(none.of(ChartKind.DISTRIBUTION)).containsExactly(Metrics.BANDWIDTH);
        assertThat(none.of(ChartKind.TIMELINE)).containsExactly(Metrics.BANDWIDTH);

        DrawableMetrics some = metrics(
                FunctionRowBuilder.function(0).metric(Metrics.RETRANSMITS, 3).row());
        assertThat(some.of(ChartKind.BY_FACTOR)).containsExactly(Metrics.BANDWIDTH, Metrics.RETRANSMITS);
        assertThat(some.of(ChartKind.TIMELINE)).containsExactly(Metrics.BANDWIDTH, Metrics.RETRANSMITS);
    }

    @Test
    void chartOfOtherThanMetricsHasNoChoice() {
        assertThat(metrics(FunctionRowBuilder.function(0).row()).of(ChartKind.GANTT))
                .isEmpty();
    }

    @Test
    void constantMetricNeedsNoChartInAReport() {
        assertThat(metrics(
                                FunctionRowBuilder.function(0)
                                        .metric(Metrics.MSS, 1448)
                                        .metric(Metrics.CPU, 10)
                                        .row(),
                                FunctionRowBuilder.function(1)
                                        .metric(Metrics.MSS, 1448)
                                        .metric(Metrics.CPU, 20)
                                        .row())
                        .varying())
                .containsExactly(Metrics.CPU);
    }

    private static DrawableMetrics metrics(FunctionRow... functions) {
        return new DrawableMetrics(RUN.trials(), List.of(functions));
    }
}
