package org.faasnetlab.analysis.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.faasnetlab.analysis.published.PublishedResults.Figure;
import org.faasnetlab.analysis.published.PublishedResults.Point;
import org.faasnetlab.analysis.published.PublishedResults.Range;
import org.faasnetlab.analysis.published.PublishedResults.Unit;
import org.junit.jupiter.api.Test;

class PublishedResultsTest {
    private final PublishedResults published = PublishedResults.load();

    @Test
    void theFiguresOfTheStudyOf2019AreThere() {
        assertThat(published.figures())
                .filteredOn(figure -> figure.source().id().equals("kim2019"))
                .extracting(Figure::id)
                .containsExactly(
                        "kim2019-fig2",
                        "kim2019-fig3",
                        "kim2019-fig4a",
                        "kim2019-fig4b",
                        "kim2019-fig4c",
                        "kim2019-fig5",
                        "kim2019-fig6",
                        "kim2019-fig7");
    }

    @Test
    void aFigureHasItsSourceItsUnitsAndItsPoints() {
        Figure figure = published.figure("kim2019-fig4a").orElseThrow();
        assertThat(figure.source().year()).isEqualTo(2019);
        assertThat(figure.read()).isEqualTo(PublishedResults.Reading.PRINTED);
        assertThat(figure.factor()).isEqualTo(PublishedResults.Factor.MEMORY_MB);
        assertThat(figure.series("download").orElseThrow().points())
                .contains(new Point(128, 9.5, 9.5), new Point(3008, 69.6, 69.6));
    }

    @Test
    void theSteadyTotalsInsideAVpcAreAlignedToTheWallClock() {
        assertThat(published
                        .figure("skyrise2024-total")
                        .orElseThrow()
                        .series("inside one VPC")
                        .orElseThrow()
                        .points())
                .endsWith(new Point(64, 5.0, 5.0), new Point(128, 4.8, 5.2), new Point(256, 4.1, 4.2));
    }

    @Test
    void everySourceOfADrawnResultNamesItsRegion() {
        assertThat(published.figures())
                .extracting(figure -> figure.source().region())
                .doesNotContainNull();
        assertThat(published.ranges())
                .filteredOn(range -> range.scope() != null)
                .extracting(range -> range.source().region())
                .doesNotContainNull();
    }

    @Test
    void unitsOfBandwidthBecomeBandwidths() {
        Range baseline = published.range("skyrise2024-baseline").orElseThrow();
        // 75 MiB/s.
        assertThat(baseline.unit().bandwidth(baseline.low()).megabitsPerSecond())
                .isCloseTo(629.1456, within(1e-9));
        assertThat(Unit.GBYTE_PER_S.bandwidth(19.9).bitsPerSecond()).isCloseTo(159.2e9, within(1.0));
        assertThatThrownBy(() -> Unit.SECONDS.bandwidth(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void linesRiseAlongTheirAxisAndIdsAreUnique() {
        assertThat(published.figures())
                .allSatisfy(figure -> assertThat(figure.series())
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line.points())
                                .extracting(Point::x)
                                .isSorted()
                                .isNotEmpty()));
        assertThat(published.figures()).extracting(Figure::id).doesNotHaveDuplicates();
        assertThat(published.ranges()).extracting(Range::id).doesNotHaveDuplicates();
        assertThat(published.ranges())
                .allSatisfy(range -> assertThat(range.low()).isLessThanOrEqualTo(range.high()));
    }
}
