package org.faasnetlab.testbed.local.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "example.org, example.org, 5201, 5201",
        "example.org:5300, example.org, 5300, 5300",
        "example.org:5201-5204, example.org, 5201, 5204",
        "192.0.2.1:1-65535, 192.0.2.1, 1, 65535",
        "::1, ::1, 5201, 5201",
        "2001:db8::1, 2001:db8::1, 5201, 5201",
        "[2001:db8::1], 2001:db8::1, 5201, 5201",
        "[2001:db8::1]:5300-5302, 2001:db8::1, 5300, 5302",
        "fe80::1%eth0, fe80::1%eth0, 5201, 5201",
        "' my_host ', my_host, 5201, 5201",
    })
    void anAddressIsAHostWithOnePortOrSeveral(String text, String host, int first, int last) {
        ServerAddress address = ServerAddress.parse(text);
        assertThat(address).isEqualTo(new ServerAddress(host, new PortRange(first, last)));
        assertThat(address.count()).isEqualTo(last - first + 1);
        assertThat(ServerAddress.parse(address.toString())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":5201",
                "host:",
                "host:0",
                "host:65536",
                "host:a",
                "host:5204-5201",
                "host:1-2-3",
                "a b",
                "-c",
                "[::1",
                "[::1]5201",
                "[::1]:",
                "http://host",
                "host;ls",
                "[host]x"
            })
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> ServerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected HOST");
    }

    @Test
    void aNameThatNoFileCouldHoldIsRefused() {
        assertThatThrownBy(() -> ServerAddress.parse("a".repeat(151))).hasMessageStartingWith("expected HOST");
    }

    @Test
    void ipv6IsShownInBracketsBeforeThePort() {
        assertThat(ServerAddress.parse("::1")).hasToString("[::1]:5201");
        assertThat(ServerAddress.parse("host:5201-5202")).hasToString("host:5201-5202");
    }
}
