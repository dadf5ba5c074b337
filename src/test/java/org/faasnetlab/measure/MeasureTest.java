package org.faasnetlab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({"625Mbit, 625e6", "5 Gbit/s, 5e9", "800kbit/s, 800e3", "0.5 gbit, 5e8", "7bit, 7", "1Tbit, 1e12"})
    void bandwidthIsParsedInDecimalBits(String text, double bits) {
        assertThat(Bandwidth.parse(text)).isEqualTo(new Bandwidth(bits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-5Mbit", "5MB/s", "5Mibit", "Mbit"})
    void invalidBandwidthsAreRejected(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Bandwidth.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"625e6, 625Mbit", "1.25e9, 1.25Gbit", "1500, 1.5kbit", "12, 12bit", "0, 0bit"})
    void aSettingCanBeParsed(double bits, String setting) {
        assertThat(new Bandwidth(bits).toSetting()).isEqualTo(setting);
        assertThat(Bandwidth.parse(setting)).isEqualTo(new Bandwidth(bits));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 Mbit/s",
        "62.5e6, 62.5 Mbit/s",
        "625e6, 625 Mbit/s",
        "999.9e6, 1.00 Gbit/s",
        "101e9, 101 Gbit/s",
        "2500, 2.5 kbit/s"
    })
    void bandwidthIsDisplayedRounded(double bits, String text) {
        assertThat(new Bandwidth(bits)).hasToString(text);
    }

    @Test
    void bandwidthIsBitsOverTime() {
        assertThat(Bandwidth.of(new DataSize(1_000_000), Duration.ofMillis(100)).megabitsPerSecond())
                .isEqualTo(80);
        assertThat(new Interval(5, 100_000, 1_000_000, null).bandwidth()).isEqualTo(Bandwidth.ofMegabits(80));
        assertThat(new Interval(5, 100_000, 1_000_000, null).endMicros()).isEqualTo(100_005);
        assertThat(Bandwidth.ofMegabits(80).bytesPerSecond()).isEqualTo(10e6);
        assertThat(Bandwidth.ofMegabits(80)).isLessThan(Bandwidth.ofMegabits(81));
    }

    @Test
    void invalidValuesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bandwidth(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bandwidth(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Bandwidth.of(new DataSize(1), Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, 0, 1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, 1, -1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new DataSize(-1));
    }

    @ParameterizedTest
    @CsvSource({
        "300MiB, 314572800",
        "10 MB, 10000000",
        "4096B, 4096",
        "1.5KiB, 1536",
        "2GB, 2000000000",
        "1GiB, 1073741824"
    })
    void sizesDistinguishMegabytesAndMebibytes(String text, long bytes) {
        assertThat(DataSize.parse(text)).isEqualTo(new DataSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10mb", "0.3B", "99999999999GiB"})
    void invalidSizesAreRejected(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DataSize.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"12, 12 B", "1500, 1.5 kB", "48300000, 48.3 MB", "483000000, 483 MB", "1250000000, 1.25 GB"})
    void sizesAreDisplayedRounded(long bytes, String text) {
        assertThat(new DataSize(bytes)).hasToString(text);
    }

    @Test
    void sizesCompareAndConvert() {
        assertThat(DataSize.ofMebibytes(2).mebibytes()).isEqualTo(2);
        assertThat(DataSize.ofMebibytes(2)).isGreaterThan(new DataSize(2_000_000));
    }

    @Test
    void directionsAreParsedIgnoringCase() {
        assertThat(Direction.parse(" Download ")).isEqualTo(Direction.DOWNLOAD);
        assertThat(Direction.UPLOAD.id()).isEqualTo("upload");
        assertThatIllegalArgumentException().isThrownBy(() -> Direction.parse("sideways"));
    }
}
