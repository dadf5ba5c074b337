package org.faasnetlab.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricTest {
    @Test
    void abbreviationKeepsItsCapitalsInsideASentence() {
        assertThat(Metrics.CPU.inSentence()).hasToString("CPU time");
        assertThat(Metrics.MSS.inSentence()).hasToString("MSS");
        assertThat(Metrics.FIRST_BYTE.inSentence()).hasToString("time to first byte");
    }

    @Test
    void valueHasTheUnitInWhichItIsShown() {
        assertThat(Metrics.BANDWIDTH.text(612.4e6)).isEqualTo("612 Mbit/s");
        assertThat(Metrics.CPU.text(1_234_560)).isEqualTo("1,234.6 ms");
        assertThat(Metrics.RETRANSMITS.text(1_200)).isEqualTo("1,200");
        assertThat(Metrics.RETRANSMITS.text(-2.5)).isEqualTo("\u22122.5");
        assertThat(Metrics.MSS.text(1_448)).isEqualTo("1,448 bytes");
    }
}
