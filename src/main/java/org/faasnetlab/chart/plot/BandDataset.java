package org.faasnetlab.chart.plot;

import org.faasnetlab.chart.data.BandCurves;
import org.jfree.data.xy.AbstractIntervalXYDataset;

/** One band as JFreeChart reads it. */
public final class BandDataset extends AbstractIntervalXYDataset {
    private static final long serialVersionUID = 1L;

    private transient BandCurves band = BandCurves.NONE;
    private int[] points = {};

    /** Replaces the band and notifies listeners once. */
    public void show(BandCurves newBand) {
        band = newBand;
        points = newBand.drawable();
        fireDatasetChanged();
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return "band";
    }

    @Override
    public int getItemCount(int series) {
        return points.length;
    }

    @Override
    public Number getX(int series, int item) {
        return band.middle().x(points[item]);
    }

    @Override
    public Number getY(int series, int item) {
        return band.middle().y(points[item]);
    }

    @Override
    public Number getStartX(int series, int item) {
        return getX(series, item);
    }

    @Override
    public Number getEndX(int series, int item) {
        return getX(series, item);
    }

    @Override
    public Number getStartY(int series, int item) {
        return band.low().y(points[item]);
    }

    @Override
    public Number getEndY(int series, int item) {
        return band.high().y(points[item]);
    }
}
