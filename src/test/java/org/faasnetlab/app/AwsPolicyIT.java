package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.task.S3PutTask;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.ProfileAccounts;
import org.faasnetlab.testbed.aws.policy.UserPolicy;
import org.faasnetlab.testing.app.AwsCommandLine;
import org.faasnetlab.testing.aws.AwsEndpointStub;
import org.faasnetlab.testing.aws.MotoServer;
import org.faasnetlab.testing.aws.MotoServices;
import org.faasnetlab.testing.aws.RequestResigner;
import org.faasnetlab.testing.aws.ShortSleeps;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.s3.S3Workload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

/**
 * Runs the program for a user who has the policy that it prints, and nothing else, in a moto account that enforces
 * policies.
 *
 * <p>Not covered, because moto does not support it:
 * <ul>
 * <li>It evaluates actions only, except for S3, where it knows the bucket. So all other statements are given to it for
 * every resource and without their conditions; {@code UserPolicyContractIT} checks resources and conditions.
 * <li>Requests that CloudFormation makes with the user's credentials are not enforced, because moto creates the
 * resources itself; neither is {@code iam:PassRole}.
 * <li>Streamed invocations and presigned URLs do not pass through here.
 * </ul>
 */
@Timeout(240)
@DisabledOnOs(OS.WINDOWS)
class AwsPolicyIT {
    private static final String CONFIG = "aws.configFile";
    private static final String CREDENTIALS = "aws.sharedCredentialsFile";

    /** The queries of preflight that moto answers for these settings. */
    private static final List<String> ASKED_BEFOREHAND = List.of(
            "cloudformation:DescribeStacks",
            "ec2:DescribeInstanceTypeOfferings",
            "ec2:DescribeInstanceTypes",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSubnets",
            "servicequotas:GetServiceQuota");

    @TempDir
    private Path folder;

    private MotoServer moto;
    private AwsEndpointStub front;
    private IamClient administrator;
    private AwsCommandLine program;
    private String[] network;

    @BeforeEach
    void connect() throws Exception {
        program = new AwsCommandLine(folder.resolve("home"), folder.resolve("data"));
        moto = MotoServer.start();
        network = AwsCommandLine.inOwnSubnet(moto);
        AccessKey user;
        try (IamClient iam = moto.client(IamClient.builder())) {
            user = user(iam, "researcher", actions(""));
            administrator = administrator(user(iam, "administrator", """
                            {"Version": "2012-10-17",
                             "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
                            """));
        }
        front = new AwsEndpointStub(new MotoServices(
                moto.uri(), Optional.of(new RequestResigner(user.accessKeyId(), user.secretAccessKey()))));
        Path zip = Files.createDirectories(folder.resolve("home/function")).resolve("function.zip");
        Files.write(zip, new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        setFile(CONFIG, "config", "[profile work]\nregion = eu-central-1\nendpoint_url = " + front.uri() + "\n");
        setFile(
                CREDENTIALS,
                "credentials",
                "[work]\naws_access_key_id = " + user.accessKeyId() + "\naws_secret_access_key = "
                        + user.secretAccessKey() + "\n");
        moto.enforcePolicies();
    }

    @AfterEach
    void end() {
        System.clearProperty(CONFIG);
        System.clearProperty(CREDENTIALS);
        if (administrator != null) {
            administrator.close();
        }
        if (front != null) {
            front.close();
        }
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void policySufficesFromPreflightToTeardown() throws Exception {
        program.run(AwsCommandLine.with(network, "aws", "preflight"));
        assertThat(program.out()).contains("researcher").doesNotContain("not authorized to perform");

        assertThat(program.said(0, AwsCommandLine.with(network, "aws", "setup", "--yes", "--memory=1769,512")))
                .contains("Testbed lab is ready.");
        assertThat(program.said(0, "aws", "status", "--profile", "work")).contains("lab      ready");
        prepareUploads();
        assertThat(program.said(0, "aws", "teardown", "lab", "--profile", "work", "--yes"))
                .contains("All resources of faasnetlab-lab are deleted.");
    }

    /**
     * Requests of a run besides its invocations: the version of the memory size, presigned uploads, and their deletion.
     */
    private void prepareUploads() throws Exception {
        ProfileAccounts accounts = new ProfileAccounts(
                folder.resolve("home/function/function.zip"), Clock.systemUTC(), new SecureRandom(), ShortSleeps.OF);
        Workload uploads = new S3Workload(Direction.UPLOAD, new DataSize(12 << 20), 2, new DataSize(6 << 20), 100);
        try (Testbed testbed = accounts.in("work", null).open("lab", false);
                PreparedTrial trial = testbed.prepare(new Cell(512, 2, uploads, NetworkSettings.REAL))) {
            assertThat(trial.task(1))
                    .isInstanceOfSatisfying(
                            S3PutTask.class, put -> assertThat(put.partUrls()).hasSize(2));
        }
        assertThat(front.requests())
                .extracting(AwsEndpointStub.Request::method, AwsEndpointStub.Request::service)
                .contains(tuple("POST", "s3"), tuple("DELETE", "s3"));
    }

    @Test
    void preflightNamesEachActionThatIsDenied() {
        for (String action : ASKED_BEFOREHAND) {
            give("researcher", actions(action));
            int before = program.out().length();

            program.run(AwsCommandLine.with(network, "aws", "preflight"));

            assertThat(program.out().substring(before)).containsPattern("not authorized to perform\\s+" + action);
        }
    }

    @Test
    void deniedActionFailsSetupWithItsName() {
        give("researcher", actions("cloudformation:CreateStack"));

        program.said(1, AwsCommandLine.with(network, "aws", "setup", "--yes"));

        assertThat(program.out() + program.err()).contains("cloudformation:CreateStack");
    }

    /** The actions of the printed policy except for one, as moto can evaluate them. */
    private static String actions(String without) {
        try {
            ObjectNode policy = (ObjectNode) new JsonMapper().readTree(UserPolicy.text("eu-central-1"));
            for (var each : policy.withArray("Statement")) {
                ObjectNode statement = (ObjectNode) each;
                ArrayNode left = statement.arrayNode();
                UserPolicy.statements("eu-central-1").stream()
                        .filter(candidate ->
                                candidate.sid().equals(each.get("Sid").asText()))
                        .flatMap(candidate -> candidate.actions().stream())
                        .filter(action -> !action.equals(without))
                        .forEach(left::add);
                statement.set("Action", left);
                if (!statement.get("Sid").asText().equals("Bucket")) {
                    statement.put("Resource", "*").remove("Condition");
                }
            }
            return policy.toString();
        } catch (IOException notJson) {
            throw new java.io.UncheckedIOException(notJson);
        }
    }

    private static AccessKey user(IamClient iam, String name, String policy) {
        iam.createUser(request -> request.userName(name));
        iam.putUserPolicy(request -> request.userName(name).policyName("all").policyDocument(policy));
        return iam.createAccessKey(request -> request.userName(name)).accessKey();
    }

    private void give(String user, String policy) {
        administrator.putUserPolicy(
                request -> request.userName(user).policyName("all").policyDocument(policy));
    }

    private IamClient administrator(AccessKey keys) {
        return IamClient.builder()
                .endpointOverride(moto.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())))
                .build();
    }

    private void setFile(String property, String name, String text) throws IOException {
        System.setProperty(
                property, Files.writeString(folder.resolve(name), text).toString());
    }
}
