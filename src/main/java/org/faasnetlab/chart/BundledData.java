package org.faasnetlab.chart;

import java.time.ZoneId;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.jspecify.annotations.Nullable;

/**
 * Analysis and charts with the published results and the prices that come with the program. These files are read when
 * they are first needed, and then once: most commands need neither. Thread-safe.
 */
public final class BundledData {
    private final ZoneId zone;
    private @Nullable Loaded loaded;

    private record Loaded(RunAnalysis analysis, RunCharts charts) {}

    /** @param zone of the dates in charts and reports */
    public BundledData(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    public RunAnalysis analysis() {
        return loaded().analysis();
    }

    public RunCharts charts() {
        return loaded().charts();
    }

    private synchronized Loaded loaded() {
        Loaded known = loaded;
        if (known == null) {
            PublishedResults published = PublishedResults.load();
            CostModel costs = new CostModel(PriceTable.bundled());
            known = new Loaded(new RunAnalysis(published, costs), new RunCharts(zone, costs, published));
            loaded = known;
        }
        return known;
    }
}
