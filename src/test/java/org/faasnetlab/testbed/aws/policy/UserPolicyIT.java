package org.faasnetlab.testbed.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.testing.process.PythonTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPolicyIT {

    private final String policy = new CreationPlan(
                    AwsTestbedSettings.defaults("lab", "eu-central-1a"), 8, "eu-central-1", PriceTable.bundled())
            .policy();

    /** cfn-lint knows every IAM action; it checks policies within a template. */
    @Test
    void everyActionExists(@TempDir Path folder) throws Exception {
        assertThat(lint(folder, policy)).isEmpty();
    }

    @Test
    void anActionThatDoesNotExistWouldBeFound(@TempDir Path folder) throws Exception {
        assertThat(lint(folder, policy.replace("ec2:CreateVpc\"", "ec2:MakeVpc\"")))
                .contains("W3037")
                .contains("makevpc");
    }

    /** A managed policy has at most 6,144 characters, not counting white space. */
    @Test
    void itFitsIntoAManagedPolicy() {
        assertThat(policy.replaceAll("\\s", "")).hasSizeLessThanOrEqualTo(6144);
    }

    private static String lint(Path folder, String policy) throws Exception {
        Path template = Files.writeString(folder.resolve("policy.json"), """
                {"Resources": {"Policy": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": %s}}}}
                """.formatted(policy));
        return ExternalTools.run(
                        PythonTools.program("cfn-lint"), "--regions", "us-east-1", "--template", template.toString())
                .text();
    }
}
