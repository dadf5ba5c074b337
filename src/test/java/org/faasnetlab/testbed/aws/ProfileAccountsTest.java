package org.faasnetlab.testbed.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.faasnetlab.LabException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which account and Region result from the user's files and choices, without requests to AWS. */
class ProfileAccountsTest {
    private final Map<String, String> before = new HashMap<>();

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private ProfileAccounts accounts;

    @BeforeEach
    void writeTheUsersFiles() throws Exception {
        Path config = Files.writeString(
                folder.resolve("config"),
                "[profile work]\nregion = eu-central-1\n[profile lost]\n[profile other]\nregion = us-west-2\n");
        set("aws.configFile", config.toString());
        set("aws.sharedCredentialsFile", folder.resolve("none").toString());
        accounts = new ProfileAccounts(
                folder.resolve("function.zip"),
                Clock.systemUTC(),
                new SecureRandom(),
                UnaryOperator.identity(),
                environment::get);
    }

    private void set(String property, String value) {
        before.put(property, System.getProperty(property));
        System.setProperty(property, value);
    }

    @AfterEach
    void restore() {
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }

    @Test
    void chosenRegionOverridesProfile() throws Exception {
        AwsTestbeds testbeds = accounts.in("work", "us-east-1");

        assertThat(testbeds.account()).isEqualTo("work");
        assertThat(testbeds.region()).isEqualTo("us-east-1");
    }

    @Test
    void environmentRegionOverridesProfile() throws Exception {
        set("aws.region", "ap-northeast-2");

        assertThat(accounts.in("work", null).region()).isEqualTo("ap-northeast-2");
    }

    @Test
    void profileOfTheEnvironmentHasItsRegion() throws Exception {
        environment.put("AWS_PROFILE", "other");

        assertThat(accounts.in(null, null).region()).isEqualTo("us-west-2");
    }

    @Test
    void missingProfileOfTheEnvironmentIsReported() {
        environment.put("AWS_PROFILE", "nosuch");

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> accounts.in(null, "eu-west-1"))
                .withMessage("Unknown AWS profile \"nosuch\" in AWS_PROFILE.");
    }

    @Test
    void emptyVariablesCountAsNotSet() throws Exception {
        environment.put("AWS_PROFILE", "");
        environment.put("AWS_DEFAULT_REGION", " ");

        assertThat(accounts.in(null, "eu-west-1").account()).isEqualTo("default credentials");
        assertThat(accounts.in("work", null).region()).isEqualTo("eu-central-1");
    }

    @Test
    void defaultRegionOfTheEnvironmentIsUsedAsByTheCli() throws Exception {
        environment.put("AWS_DEFAULT_REGION", "eu-north-1");
        assertThat(accounts.in("lost", null).region()).isEqualTo("eu-north-1");

        set("aws.region", "ap-northeast-2");
        assertThat(accounts.in("lost", null).region()).isEqualTo("ap-northeast-2");
    }

    @Test
    void fileThatCannotBeParsedIsNamedWithItsLine() throws Exception {
        Files.writeString(folder.resolve("config"), "[default]\nregion = eu-west-1\n\n[profile uat]\nrole_arn\n");

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> accounts.in("uat", null))
                .withMessage("Cannot read the AWS configuration file " + folder.resolve("config")
                        + ": Expected an '=' sign defining a property on line 5.")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(LabException.Kind.BAD_INPUT));
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> accounts.in(null, null))
                .withMessageStartingWith("Cannot read the AWS configuration file");
    }

    @Test
    void missingProfileIsReportedWithExistingOnes() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> accounts.in("wrok", null))
                .withMessage("Unknown AWS profile \"wrok\".")
                .satisfies(refused -> assertThat(refused.nextStep()).contains("work", "lost", "other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "europe", "eu-central-1a", "eu-central", "EU-CENTRAL-1", "localhost:4566/x"})
    void invalidRegionIsReportedBeforeItBecomesAHostName(String region) {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> accounts.in("work", region))
                .withMessage("Unknown AWS Region \"" + region + "\".");
    }
}
