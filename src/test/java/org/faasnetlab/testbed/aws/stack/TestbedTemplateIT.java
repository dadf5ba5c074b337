package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.testing.process.PythonTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestbedTemplateIT {

    @Test
    void cfnLintFindsNothing(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("template.yaml"), new TestbedTemplate().text());

        ExternalTools.Output found = ExternalTools.run(
                PythonTools.program("cfn-lint"),
                "--regions",
                "us-east-1",
                "eu-central-1",
                "ap-northeast-2",
                "--template",
                file.toString());

        assertThat(found.text()).isEmpty();
        assertThat(found.status()).isZero();
    }
}
