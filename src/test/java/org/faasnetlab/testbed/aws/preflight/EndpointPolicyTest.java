package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

        assertThat(verdict.forbidden()).containsExactly("signal that a server is ready");
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

    private static EndpointPolicy.Verdict verdict(String document) {
        return new EndpointPolicy(document).evaluate(EndpointPolicy.requests("eu-central-1", "faasnetlab-lab"));
    }
}
