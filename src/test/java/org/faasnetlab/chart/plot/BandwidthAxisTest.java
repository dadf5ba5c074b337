package org.faasnetlab.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.testing.DefaultLocaleExtension;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandwidthAxisTest {
    @RegisterExtension
    private final DefaultLocaleExtension spoken = new DefaultLocaleExtension();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        800e3  | 500e3  | Aggregate, kbit/s | 500
        70e6   | 20e6   | Aggregate, Mbit/s | 20
        1.1e9  | 1e9    | Aggregate, Mbit/s | 1,000
        5e9    | 2.5e9  | Aggregate, Gbit/s | 2.5
        300e9  | 100e9  | Aggregate, Gbit/s | 100
        """)
    void theUnitFollowsWhatIsShown(double top, double tick, String label, String text) {
        spoken.speak("hi-IN-u-nu-deva");
        BandwidthAxis axis = new BandwidthAxis("Aggregate", 34);
        axis.setRange(0, top);
        assertThat(axis.getLabel()).isEqualTo(label);
        NumberTickUnit unit = (NumberTickUnit) axis.getStandardTickUnits().getCeilingTickUnit(tick);
        assertThat(unit.valueToString(tick)).isEqualTo(text);
    }

    @Test
    void requestedUnitIsUsedWithRoundTicks() {
        BandwidthAxis axis = new BandwidthAxis("Aggregate", 34);
        axis.setUnit(BandwidthUnit.MEGABYTE);
        axis.setRange(0, 5e9);
        axis.selectAutoTickUnit(
                new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(),
                new Rectangle2D.Double(0, 0, 600, 400),
                RectangleEdge.LEFT);
        assertThat(axis.getLabel()).isEqualTo("Aggregate, MB/s");
        assertThat(axis.getTickUnit().getSize()).isEqualTo(100 * 8e6);
        assertThat(axis.getTickUnit().valueToString(3 * axis.getTickUnit().getSize()))
                .isEqualTo("300");
    }
}
