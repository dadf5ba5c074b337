package org.faasnetlab.testbed.aws.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url?X-Amz-Credential=AKIAABCDEFGHIJKLMNOP/x&X-Amz-Signature=0a1b&y=1 | "
                        + "url?X-Amz-Credential=[secret]&X-Amz-Signature=[secret]&y=1",
                "key ASIAABCDEFGHIJKLMNOP | key [access key]",
                "\"password\": \"hunter2\", | \"password\": \"[secret]\",",
                "arn:aws:iam::123456789012:role/x | arn:aws:iam::[account 1]:role/x",
                "i-0123456789abcdef0 in subnet-01234567 | [i 1] in [subnet 1]",
                "in account 123456789012. | in account [account 1].",
                "from 10.0.1.7 to 52.95.3.1 | from [address 1] to [address 2]",
                "iperf 3.17.1 at 1795431120000 | iperf 3.17.1 at 1795431120000",
            })
    void secretsAndIdsAreReplaced(String text, String expected) {
        assertThat(redactor.redact(text)).isEqualTo(expected);
    }

    @Test
    void equalIdsGetEqualReplacements() {
        assertThat(redactor.redact("vpc-01234567 vpc-76543210")).isEqualTo("[vpc 1] [vpc 2]");
        assertThat(redactor.redact("vpc-76543210")).isEqualTo("[vpc 2]");
    }
}
