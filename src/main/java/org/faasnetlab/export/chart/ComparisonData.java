package org.faasnetlab.export.chart;

import java.util.List;

/**
 * What a chart of several runs shows, as plain numbers.
 *
 * @param subtitle what was compared, in a few words
 * @param simulated whether the network of any run was simulated, which the chart then says
 */
public record ComparisonData(String title, String subtitle, boolean simulated, List<Line> lines) {

    /** The aggregate bandwidth of a run over time. */
    public record Line(String name, List<TimelineData.Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    public ComparisonData {
        lines = List.copyOf(lines);
    }
}
