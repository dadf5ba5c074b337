package org.faasnetlab.testbed.aws.preflight;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testbed.aws.stack.ServerConsole;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Policies of others and output of servers, as AWS passes them on. */
public final class PreflightFuzzTargets {
    private PreflightFuzzTargets() {}

    public static List<FuzzTarget> all() {
        List<String> policies = List.of(
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"},{\"Effect\":\"Deny\","
                        + "\"Principal\":{\"AWS\":\"*\"},\"NotAction\":\"s3:G?t*\",\"NotResource\":\"arn:aws:s3:::company-*\"}]}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"s3:Get*\",\"s3:PutObject\"],\"Resource\":[\"arn:aws:s3:::a*/*\"],"
                        + "\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}}}");
        String console = Base64.getMimeEncoder()
                .encodeToString(("[  3.1] systemd[1]: Started sshd.\nfaasnetlab: cannot download iperf3: timed out\n"
                                + "cloud-init: finished\n")
                        .getBytes(StandardCharsets.UTF_8));
        return List.of(
                FuzzTarget.ofText(
                                "policies of an endpoint",
                                policies,
                                Set.of(),
                                document -> new EndpointPolicy(document)
                                        .evaluate(EndpointPolicy.requests("eu-central-1", "faasnetlab-lab")))
                        .covers(EndpointPolicy.class),
                FuzzTarget.ofText("console output of servers", List.of(console), Set.of(), ServerDiagnosis::failures)
                        .covers(ServerConsole.class));
    }
}
