package org.faasnetlab.chart.plot;

import java.util.List;
import org.faasnetlab.chart.data.BandCurves;
import org.jfree.data.xy.AbstractIntervalXYDataset;

/** One band as JFreeChart reads it: a series for each piece between gaps. */
public final class BandDataset extends AbstractIntervalXYDataset {
    private static final long serialVersionUID = 1L;

    private transient BandCurves band = BandCurves.NONE;
    private transient List<int[]> pieces = List.of();

    /** Replaces the band and notifies listeners once. */
    public void show(BandCurves newBand) {
        band = newBand;
        pieces = newBand.pieces();
        fireDatasetChanged();
    }

    @Override
    public int getSeriesCount() {
        return pieces.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series;
    }

    @Override
    public int getItemCount(int series) {
        return pieces.get(series).length;
    }

    @Override
    public Number getX(int series, int item) {
        return band.middle().x(pieces.get(series)[item]);
    }

    @Override
    public Number getY(int series, int item) {
        return band.middle().y(pieces.get(series)[item]);
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
        return band.low().y(pieces.get(series)[item]);
    }

    @Override
    public Number getEndY(int series, int item) {
        return band.high().y(pieces.get(series)[item]);
    }
}
