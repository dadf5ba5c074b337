package org.faasnetlab.chart;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.testing.ui.PictureComparison;
import org.faasnetlab.workload.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of chart in both themes at three sizes, compared with stored pictures. */
class ChartPicturesTest {
    private static final List<Dimension> SIZES =
            List.of(new Dimension(640, 400), new Dimension(960, 600), new Dimension(1600, 1000));

    private static final Map<String, ChartTheme> THEMES = Map.of("light", ChartTheme.LIGHT, "dark", ChartTheme.DARK);

    @TempDir
    Path folder;

    @Test
    void chartsLookAsStored() throws StoreException {
        SoftAssertions all = new SoftAssertions();
        try (DuckDbRunStore store = new DuckDbRunStore(folder)) {
            SampleRuns.save(store, SampleRuns.sharedHost());
            SampleRuns.save(store, SampleSweeps.memory());
            for (ChartKind kind : ChartKind.values()) {
                check(all, kind.id(), chart(store, kind));
            }
            check(all, "timeline-log", LogarithmicChart.of(chart(store, ChartKind.TIMELINE), true));
        }
        all.assertAll();
    }

    private static void check(SoftAssertions all, String chart, ChartData data) {
        THEMES.forEach((name, theme) -> SIZES.forEach(size -> {
            BufferedImage picture = data.draw(theme).createBufferedImage(size.width, size.height);
            all.assertThatCode(() -> PictureComparison.check(
                            "chart-%s-%dx%d-%s".formatted(chart, size.width, size.height, name), picture))
                    .doesNotThrowAnyException();
        }));
    }

    private static ChartData chart(DuckDbRunStore store, ChartKind kind) throws StoreException {
        RunCharts charts = RunCharts.withPublishedData(ZoneOffset.UTC);
        if (!kind.ofTrial()) {
            return charts.of(
                    kind, RunChartSource.read(store, SampleSweeps.memory().run()), Metrics.BANDWIDTH, false);
        }
        RunData run = SampleRuns.sharedHost();
        return charts.read(
                kind,
                store,
                new TrialChartSource(run.run(), 1, run.trials().get(0), run.functions()),
                Metrics.BANDWIDTH,
                false);
    }
}
