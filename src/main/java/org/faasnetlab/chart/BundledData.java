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
    private @Nullable RunAnalysis analysis;
    private @Nullable RunCharts charts;

    /** @param zone of the dates in charts and reports */
    public BundledData(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    public synchronized RunAnalysis analysis() {
        if (analysis == null) {
            read();
        }
        return analysis;
    }

    public synchronized RunCharts charts() {
        if (charts == null) {
            read();
        }
        return charts;
    }

    private void read() {
        PublishedResults published = PublishedResults.load();
        CostModel costs = new CostModel(PriceTable.bundled());
        analysis = new RunAnalysis(published, costs);
        charts = new RunCharts(zone, costs, published);
    }
}
