package org.faasnetlab.chart.plot;

import java.util.List;
import java.util.TreeMap;

/** An axis of rows with names, the first on top. */
public final class RowAxis extends TickAxis {
    private static final long serialVersionUID = 1L;

    public RowAxis(List<String> names) {
        super(ticks(names));
        setInverted(true);
        setRange(-0.6, Math.max(0, names.size() - 1) + 0.6);
    }

    private static TreeMap<Double, String> ticks(List<String> names) {
        TreeMap<Double, String> ticks = new TreeMap<>();
        for (int row = 0; row < names.size(); row++) {
            ticks.put((double) row, names.get(row));
        }
        return ticks;
    }
}
