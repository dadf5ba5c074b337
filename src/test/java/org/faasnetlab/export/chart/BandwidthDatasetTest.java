package org.faasnetlab.export.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BandwidthDatasetTest {

    @Test
    void aLineKeepsItsNewestPoints() {
        BandwidthDataset dataset = new BandwidthDataset(List.of("a", "b"), 3);
        for (int i = 0; i < 5; i++) {
            dataset.add(0, i, i * 10);
        }
        dataset.add(1, 0.5, 7);
        assertThat(dataset.getItemCount(0)).isEqualTo(3);
        assertThat(List.of(dataset.getXValue(0, 0), dataset.getXValue(0, 1), dataset.getXValue(0, 2)))
                .containsExactly(2.0, 3.0, 4.0);
        assertThat(dataset.getYValue(0, 2)).isEqualTo(40);
        assertThat(dataset.getItemCount(1)).isEqualTo(1);
        assertThat(dataset.getYValue(1, 0)).isEqualTo(7);
        assertThat(dataset.indexOf("b")).isEqualTo(1);
    }

    @Test
    void manyPointsAreToldOnce() {
        BandwidthDataset dataset = new BandwidthDataset(List.of("a"), 100);
        AtomicInteger told = new AtomicInteger();
        dataset.addChangeListener(event -> told.incrementAndGet());
        for (int i = 0; i < 100; i++) {
            dataset.add(0, i, i);
        }
        assertThat(told).hasValue(0);
        dataset.fireChanged();
        assertThat(told).hasValue(1);
    }

    @Test
    void aClearedDatasetBeginsAgain() {
        BandwidthDataset dataset = new BandwidthDataset(List.of("a"), 2);
        dataset.add(0, 1, 1);
        dataset.add(0, 2, 2);
        dataset.add(0, 3, 3);
        dataset.clear();
        assertThat(dataset.getItemCount(0)).isZero();
        dataset.add(0, 4, 4);
        assertThat(dataset.getXValue(0, 0)).isEqualTo(4);
    }

    @Test
    void aBandReachesFromItsLowToItsHigh() {
        BandDataset band = new BandDataset("band", 2);
        band.add(0, 9, 9, 9);
        band.add(1, 1, 2, 3);
        band.add(2, 4, 5, 6);
        assertThat(band.getItemCount(0)).isEqualTo(2);
        assertThat(band.getStartYValue(0, 1)).isEqualTo(4);
        assertThat(band.getYValue(0, 1)).isEqualTo(5);
        assertThat(band.getEndYValue(0, 1)).isEqualTo(6);
        assertThat(band.getXValue(0, 0)).isEqualTo(1);
    }
}
