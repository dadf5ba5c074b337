package org.faasnetlab.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.faasnetlab.measure.Bandwidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkProfileTest {
    @ParameterizedTest
    @ValueSource(strings = {"unlimited", "lambda", "lambda-2024", "lambda-2025", "625Mbit", "100Mbit+7B@5Gbit"})
    void settingIsReadBackAsItself(String setting) {
        assertThat(LinkProfile.parse(setting).toSetting()).isEqualTo(setting);
    }

    @Test
    void linksOfYearsMoveWhatWasMeasured() {
        // 305 MB in the first 0.16 s.
        double seconds = 0.16;
        LinkProfile link = LinkProfile.LAMBDA_2025;
        assertThat(link.peak()).isNotNull();
        assertThat(link.peak().bytesPerSecond() * seconds).isEqualTo(305e6);
        assertThat(link.burst().bytes() + Bandwidth.ofMegabits(625).bytesPerSecond() * seconds)
                .isEqualTo(305e6);
        assertThat(LinkProfile.LAMBDA_2024.burst().bytes()).isBetween(281_000_000L, 286_000_000L);
    }
}
