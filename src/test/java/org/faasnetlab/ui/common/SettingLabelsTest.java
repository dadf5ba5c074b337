package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.faasnetlab.workload.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingLabelsTest {
    private final SettingLabels labels = new SettingLabels(Workloads.builtIn());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "functions; 1,16; Functions; 1, 16",
                "seconds; 10; Duration; 10 s",
                "memory; 1769; Memory; 1769 MB",
                "link; 625Mbit; Function link; 625 Mbit/s",
                "hostLink; 1.5Gbit; Host link; 1.5 Gbit/s",
                "queue; 50ms; Queue; 50 ms",
                "objectMiB; 256; Object size; 256 MiB",
                "madeUp; 1Gbit; madeUp; 1Gbit"
            })
    void settingsHaveNamesAndUnits(String key, String stored, String name, String value) {
        assertThat(labels.name(key)).isEqualTo(name);
        assertThat(labels.value(key, stored)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app",
                "os.name",
                "os.version",
                "os.arch",
                "java.version",
                "cpu.count",
                "cpu.model",
                "cpu.governor",
                "cpu.busy.source",
                "memory.bytes",
                "machine.model",
                "machine.virtual",
                "tcp.congestion",
                "tcp.rmem",
                "tcp.wmem",
                "net.qdisc",
                "net.mtu.lo",
                "iperf3.version",
                "s3.server",
                "function.java",
                "function.architecture",
                "aws.region",
                "aws.zone",
                "aws.zone-id",
                "aws.server-type",
                "aws.runtime"
            })
    void propertiesOfTheEnvironmentHaveNames(String key) {
        assertThat(labels.propertyName(key)).isNotEqualTo(key);
    }

    @Test
    void valuesOfPropertiesAreWrittenForPeople() {
        assertThat(labels.propertyValue("memory.bytes", "25276063744")).isEqualTo("25.28 GB");
        assertThat(labels.propertyValue("machine.virtual", "true")).isEqualTo("yes");
        assertThat(labels.propertyValue("tcp.congestion", "bbr")).isEqualTo("bbr");
        assertThat(labels.propertyName("iperf3.client.2")).isEqualTo("iperf3 command 2");
        assertThat(labels.propertyName("net.mtu.eth0")).isEqualTo("MTU of eth0, bytes");
        assertThat(labels.propertyName("function.net.mtu.eth0")).isEqualTo("Functions: MTU of eth0, bytes");
        assertThat(labels.propertyName("server.tcp.rmem")).isEqualTo("Servers: TCP receive buffers, bytes");
        assertThat(labels.propertyName("server.net.mtu")).isEqualTo("Servers: MTU, bytes");
        assertThat(labels.propertyName("something.else")).isEqualTo("something.else");
    }
}
