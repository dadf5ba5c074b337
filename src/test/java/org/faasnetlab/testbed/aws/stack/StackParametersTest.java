package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faasnetlab.testing.aws.TestProbeKey;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

class StackParametersTest {

    @Test
    void everyTemplateParameterIsSet() {
        String template = new TestbedTemplate().text();
        String section = template.substring(template.indexOf("\nParameters:\n"), template.indexOf("\nRules:\n"));
        List<String> declared = Pattern.compile("(?m)^  (\\w+):$")
                .matcher(section)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(values(StackParameters.toCreate(
                        AwsTestbedSettings.defaults("lab", "eu-central-1a"),
                        "ami-0123456789abcdef0",
                        List.of(),
                        null,
                        TestProbeKey.VALUE)))
                .containsOnlyKeys(declared)
                .containsEntry("WithFunctions", "false")
                .containsEntry("LastPort", "5300")
                .containsEntry("LeaseMinutes", "120")
                .containsEntry("ExistingVpcId", "");
    }

    @Test
    void addingFunctionsKeepsOtherParameters() {
        List<Parameter> existing = List.of(
                Parameter.builder()
                        .parameterKey("ImageId")
                        .parameterValue("ami-1")
                        .build(),
                Parameter.builder()
                        .parameterKey("OutsidePassword")
                        .parameterValue("****")
                        .build(),
                Parameter.builder()
                        .parameterKey("WithFunctions")
                        .parameterValue("false")
                        .build(),
                Parameter.builder()
                        .parameterKey("FunctionCodeKey")
                        .parameterValue("none")
                        .build());

        List<Parameter> parameters = StackParameters.toAddFunctions(existing, "function-1.zip");

        assertThat(parameters)
                .filteredOn(parameter -> Boolean.TRUE.equals(parameter.usePreviousValue()))
                .extracting(Parameter::parameterKey)
                .containsExactly("ImageId", "OutsidePassword");
        assertThat(parameters)
                .filteredOn(parameter -> parameter.parameterValue() != null)
                .extracting(Parameter::parameterValue)
                .containsExactly("true", "function-1.zip");
    }

    @Test
    void publicServersWithoutPasswordAreAProgrammingError() {
        AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "eu-central-1a").toBuilder()
                .outsideServers(1)
                .serverType("c6in.large")
                .lease(Duration.ofHours(1))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackParameters.toCreate(settings, "ami-1", List.of(), null, TestProbeKey.VALUE));
    }

    @Test
    void aPasswordIsNotShown() {
        PublicServerPassword password = PublicServerPassword.random(new SecureRandom());

        assertThat(password.toString()).doesNotContain(password.text());
        assertThat(password.text()).matches("[A-Za-z0-9]{40}");
    }

    private static Map<String, String> values(List<Parameter> parameters) {
        return parameters.stream().collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue));
    }

    @Test
    void everyDnsServerOfTheVpcIsAParameter() {
        AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "eu-central-1a");

        assertThat(StackParameters.toCreate(
                        settings, "ami-1", List.of("10.0.0.2", "10.0.0.3"), null, TestProbeKey.VALUE))
                .filteredOn(parameter -> parameter.parameterKey().startsWith("DnsServer"))
                .extracting(Parameter::parameterValue)
                .containsExactly("10.0.0.2", "10.0.0.3", "", "");
    }
}
