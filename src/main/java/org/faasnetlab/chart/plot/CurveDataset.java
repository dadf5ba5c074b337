package org.faasnetlab.chart.plot;

import java.util.List;
import org.faasnetlab.chart.data.Curve;
import org.jfree.data.xy.AbstractXYDataset;

/** Curves as JFreeChart reads them. Points are never copied. */
public final class CurveDataset extends AbstractXYDataset {
    private static final long serialVersionUID = 1L;

    private transient List<Curve> curves = List.of();

    /** Replaces all curves and notifies listeners once. */
    public void show(List<Curve> newCurves) {
        curves = List.copyOf(newCurves);
        fireDatasetChanged();
    }

    @Override
    public int getSeriesCount() {
        return curves.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series;
    }

    @Override
    public int getItemCount(int series) {
        return curves.get(series).size();
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public double getXValue(int series, int item) {
        return curves.get(series).x(item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    @Override
    public double getYValue(int series, int item) {
        return curves.get(series).y(item);
    }
}
