package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a1.large",
                "t4g.micro",
                "c6g.xlarge",
                "c7gn.16xlarge",
                "m7gd.metal",
                "im4gn.4xlarge",
                "is4gen.8xlarge",
                "g5g.metal",
                "x8g.48xlarge",
                "hpc7g.16xlarge"
            })
    void gravitonTypesAreArm64(String type) {
        assertThat(ServerTypes.architectureOf(type)).isEqualTo(Architecture.ARM64);
        assertRight(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c6in.xlarge",
                "c5n.18xlarge",
                "t3.micro",
                "m7i-flex.large",
                "m7i.metal-24xl",
                "g4dn.xlarge",
                "g6.8xlarge",
                "u-6tb1.56xlarge",
                "u7in-16tb.224xlarge",
                "z1d.metal",
                "p5en.48xlarge"
            })
    void otherTypesAreX86(String type) {
        assertThat(ServerTypes.architectureOf(type)).isEqualTo(Architecture.X86_64);
        assertRight(type);
    }

    private static void assertRight(String type) {
        AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "eu-central-1a").toBuilder()
                .serverType(type)
                .lease(Duration.ofHours(1))
                .build();
        assertThat(SettingsValidator.check(settings)).isEmpty();
    }
}
