package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testing.app.AwsCommandLine;
import org.faasnetlab.testing.aws.EmulatedTestbed;
import org.faasnetlab.testing.aws.MotoServer;
import org.faasnetlab.testing.aws.MotoServices;
import org.faasnetlab.testing.local.TestInstallation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Measures on AWS as a user does: create, run and delete with the program's command line. Account, stack, versions and
 * bucket are moto's; functions are real processes of the function's zip, and iperf3 is real on both ends.
 */
@Timeout(240)
@EnabledOnOs(OS.LINUX)
class AwsRunIT {
    @TempDir
    private Path folder;

    private AwsCommandLine program;
    private MotoServer moto;
    private EmulatedTestbed aws;

    @BeforeEach
    void connect() throws Exception {
        program = new AwsCommandLine(
                TestInstallation.built()
                        .functionZip()
                        .toAbsolutePath()
                        .getParent()
                        .getParent(),
                folder.resolve("data"));
        moto = MotoServer.start();
        aws = new EmulatedTestbed(folder, moto, new MotoServices(moto.uri()));
    }

    @AfterEach
    void end() throws Exception {
        if (aws != null) {
            aws.close();
        }
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void testbedIsCreatedMeasuredOnAndDeleted() throws Exception {
        program.said(0, AwsCommandLine.inOwnSubnet(moto, "aws", "setup", "--yes"));
        AwsTestbedDescription testbed = description();
        aws.startServers(testbed, 2);

        String run = program.said(0, run("iperf3-concurrent", "functions=2", "seconds=1", "direction=download"));

        assertThat(run)
                .contains(
                        "completed after",
                        ". lab",
                        "2/2",
                        "Testbed lab still exists",
                        "faasnetlab aws teardown lab --profile work");
        assertThat(program.said(0, "runs")).contains("completed", "iperf3-concurrent", "real");
        assertThat(program.said(0, "show", "20", "--details")).contains(". lab", "aws.server-type");
        List<CSVRecord> functionRows = rows("iperf3-concurrent.functions.csv");
        assertThat(functionRows).extracting(row -> row.get("function")).containsExactlyInAnyOrder("0", "1");
        // How many intervals there are is up to iperf3: on a busy computer its timer is late.
        List<CSVRecord> intervalRows = rows("iperf3-concurrent.csv");
        assertThat(intervalRows).extracting(row -> row.get("function")).contains("0", "1");
        assertThat(intervalRows).extracting(row -> row.get("network")).containsOnly("real");
        for (CSVRecord function : functionRows) {
            double inIntervals = intervalRows.stream()
                    .filter(row -> row.get("function").equals(function.get("function")))
                    .mapToLong(row -> Long.parseLong(row.get("bytes")))
                    .sum();
            assertThat(inIntervals).isCloseTo(Double.parseDouble(function.get("receiver_bytes")), withinPercentage(1));
        }

        assertThat(program.said(0, run("latency-under-load", "functions=1", "seconds=1", "direction=download")))
                .contains("1/1");
        assertThat(rows("latency-under-load.functions.csv")).singleElement().satisfies(row -> {
            assertThat(Double.parseDouble(row.get("probes_sent"))).isGreaterThan(10);
            assertThat(Double.parseDouble(row.get("probe_loss"))).isLessThan(0.5);
        });

        assertThat(program.said(0, run("s3-download", "functions=2", "objectMiB=8")))
                .contains("2/2");
        assertThat(program.said(0, run("s3-upload", "functions=2", "objectMiB=8")))
                .contains("2/2");
        assertThat(objects(testbed.bucket())).noneMatch(key -> key.matches("measured/.*/.*"));

        assertThat(program.said(0, "aws", "teardown", "lab", "--profile", "work", "--yes"))
                .contains("All resources of faasnetlab-lab are deleted.");
    }

    /** The server starts while the command waits for its functions. */
    @Test
    void smokeTestPassesAndReportsCallsWithoutIds() throws Exception {
        Path report = folder.resolve("smoke.json");
        String[] options = AwsCommandLine.inOwnSubnet(moto, "aws", "smoke", "--yes", "--report", report.toString());
        CompletableFuture<Void> boot = CompletableFuture.runAsync(this::startServersWhenReady);

        program.said(0, Arrays.copyOf(options, options.length - 2)); // without --lease
        boot.get();

        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertThat(json.path("passed").asBoolean()).isTrue();
        assertThat(json.path("steps")).hasSize(14);
        assertThat(json.path("calls").findValuesAsText("call"))
                .contains("CloudFormation.CreateStack", "Lambda.PublishVersion", "S3.PutObject", "Ec2.DescribeVpcs");
        String text = Files.readString(report);
        assertThat(text)
                .contains("\"StackStatus\" : \"CREATE_COMPLETE\"")
                .doesNotContain("123456789012", "subnet-", "arn:aws:cloudformation")
                .doesNotContainPattern("\\b(vpc|vpce|subnet|sg|eni|i|igw|rtb|ami|lt)-[0-9a-f]{8}");
        assertThat(program.said(0, "aws", "status", "--profile", "work")).startsWith("No testbeds in");
    }

    private void startServersWhenReady() {
        try {
            while (true) {
                Optional<AwsTestbedDescription> ready = aws.find("smoke");
                if (ready.isPresent()) {
                    aws.startServers(ready.get(), 6);
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(200); // the program is polling, too
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void functionsWithoutServerFailAndOthersCount() throws Exception {
        program.said(0, AwsCommandLine.inOwnSubnet(moto, "aws", "setup", "--yes"));
        aws.startServers(description(), 1);

        String run = program.said(1, run("iperf3-concurrent", "functions=2", "seconds=1", "direction=upload"));

        assertThat(run).contains("1/2", "failed");
        assertThat(program.said(0, "runs")).contains("partial", "iperf3-concurrent");
        assertThat(rows("iperf3-concurrent.functions.csv")).hasSize(2);
    }

    private String[] run(String preset, String... settings) {
        return Stream.concat(
                        Stream.of(
                                "run",
                                "--testbed",
                                "lab",
                                "--profile",
                                "work",
                                "--preset",
                                preset,
                                "--csv",
                                folder.resolve(preset + ".csv").toString(),
                                "--set",
                                "repeats=1"),
                        Stream.of(settings).flatMap(setting -> Stream.of("--set", setting)))
                .toArray(String[]::new);
    }

    private List<CSVRecord> rows(String file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, format)) {
            return rows.getRecords();
        }
    }

    private List<String> objects(String bucket) {
        try (S3Client s3 = moto.client(S3Client.builder().forcePathStyle(true))) {
            return s3.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                    .map(S3Object::key)
                    .toList();
        }
    }

    private AwsTestbedDescription description() throws Exception {
        return aws.find("lab").orElseThrow();
    }
}
