package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import org.faasnetlab.format.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointPolicyTest {
    private static final String EVERYTHING =
            "{\"Version\":\"2008-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    @Test
    void fullAccessAndNoPolicyAllowEverything() {
        assertThat(verdict(EVERYTHING).forbidden()).isEmpty();
        assertThat(verdict(EVERYTHING).certain()).isTrue();
        assertThat(verdict(null).forbidden()).isEmpty();
    }

    @Test
    void bucketsThatAreNotListedAreForbidden() {
        EndpointPolicy.Verdict verdict = verdict(
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":[\"s3:Get*\",\"s3:PutObject\"],"
                        + "\"Resource\":[\"arn:aws:s3:::al2023-repos-*/*\",\"arn:aws:s3:::faasnetlab-*/*\"]}}");

        assertThat(verdict.forbidden()).containsExactly(Phrase.verbatim("signal that a server is ready"));
        assertThat(verdict.certain()).isTrue();
    }

    @Test
    void denialWinsAndExceptionsAreUnderstood() {
        assertThat(verdict(
                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"},"
                                        + "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"NotResource\":\"arn:aws:s3:::company-*\"}]}")
                        .forbidden())
                .hasSize(4);
        assertThat(verdict(
                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"NotAction\":\"s3:DeleteObject\",\"Resource\":\"*\"}]}")
                        .forbidden())
                .isEmpty();
    }

    @Test
    void conditionsMakeTheVerdictUncertain() {
        EndpointPolicy.Verdict verdict =
                verdict("{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}}]}");

        assertThat(verdict.forbidden()).isEmpty();
        assertThat(verdict.certain()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "S3:getobject, true",
        "s3:Get?bject, true",
        "s3:*Object, true",
        "*:*e*j*t, true",
        "s3:GetObject*, true",
        "**, true",
        "s3:Get, false",
        "3:GetObject, false",
        "s3:Get?, false",
        "s3:*x, false",
        "'', false",
        "s3.GetObject, false",
        "\\E*, false",
    })
    void actionsAreMatchedAsIamDoes(String pattern, boolean allowed) {
        assertThat(verdict("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"" + pattern.replace("\\", "\\\\")
                                + "\",\"Resource\":\"*\"}}")
                        .forbidden()
                        .contains(Phrase.verbatim("download from the bucket")))
                .isNotEqualTo(allowed);
    }

    @Test
    @Timeout(10)
    void manyAsterisksTakeNoTime() {
        String pattern = "*a".repeat(200) + "*b";

        assertThat(verdict("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"" + pattern + "\"}}")
                        .forbidden())
                .hasSize(4);
    }

    private static EndpointPolicy.Verdict verdict(String document) {
        return new EndpointPolicy(document).evaluate(EndpointPolicy.requests("eu-central-1", "faasnetlab-lab"));
    }
}
