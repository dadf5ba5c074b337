package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.faasnetlab.testbed.aws.calls.MemoryVersions;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testing.aws.MotoServer;
import org.faasnetlab.testing.aws.MotoServices;
import org.faasnetlab.testing.aws.TestProbeKey;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.ShutdownBehavior;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The template in moto, which resolves its parameters, conditions and functions and creates its resources.
 *
 * <p>Not covered, because moto does not support it:
 * <ul>
 * <li>It creates everything immediately and has no resource events.
 * <li>It has no wait conditions: no signal is awaited, and outputs with signalled data are replaced here.
 * <li>An update in which a condition becomes true fails. Here the stack is created from the template without its
 * functions and updated with the whole one; AWS gets the whole one from the start.
 * <li>Instances ignore their launch template. Here the network of the launch templates is asserted, and {@link
 * TestbedTemplateTest} asserts that instances have no other.
 * <li>It ignores the egress rule between the two security groups, the bucket's lifecycle and its public access block;
 * rules are not asserted, policies not enforced, functions not run, and NoEcho parameters are echoed.
 * <li>It does not delete a stack with an endpoint in its VPC.
 * </ul>
 */
public class AwsStackIT {

    private static MotoServer moto;
    private static CloudFormationClient cloudFormation;
    private static Ec2Client ec2;
    private static S3Client s3;
    private static LambdaClient lambda;
    private static String imageId;

    @BeforeAll
    static void startMoto() throws Exception {
        moto = MotoServer.start();
        cloudFormation = moto.client(CloudFormationClient.builder());
        ec2 = moto.client(Ec2Client.builder());
        s3 = moto.client(S3Client.builder().forcePathStyle(true));
        lambda = moto.client(LambdaClient.builder());
        try (SsmClient ssm = moto.client(SsmClient.builder())) {
            imageId = new ServerImageFinder(ssm).newest(Architecture.X86_64);
        }
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void newVpcWithTwoServersIsCreatedBeforeItsFunction() {
        AwsTestbedSettings settings = settings("new-vpc", 2, 0, AwsNetwork.NewVpc.DEFAULT);
        assertThat(SettingsValidator.check(settings)).isEmpty();

        Stack stack = create(settings, null);

        assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        Map<String, String> resources = resources(settings);
        assertThat(resources)
                .containsKeys("Vpc", "Subnet", "RouteTable", "S3Endpoint", "Bucket", "ServerRole", "ServerTemplate")
                .containsKeys("Server1Instance", "Server2Instance")
                .doesNotContainKeys("Server3Instance", "OutsideServer1Instance", "InsideFunction", "InternetGateway");
        assertThat(outputs(stack))
                .containsKeys("Server1Address", "Server2Address")
                .doesNotContainKey("InsideFunction");

        Stack updated = addFunctions(settings, stack);

        assertThat(updated.stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(resources(settings)).containsAllEntriesOf(resources).doesNotContainKey("OutsideFunction");
        FunctionConfiguration function = function(updated, "InsideFunction");
        assertThat(function.runtimeAsString()).isEqualTo("java21");
        assertThat(function.memorySize()).isEqualTo(1769);
        assertThat(function.timeout()).isEqualTo(900);
        assertThat(function.environment().variables())
                .containsOnly(
                        Map.entry("AWS_LAMBDA_EXEC_WRAPPER", "/var/task/bootstrap"),
                        Map.entry("FAASNETLAB_PROBE_KEY", TestProbeKey.VALUE));
        assertThat(function.vpcConfig().subnetIds()).containsExactly(resources.get("Subnet"));
        assertThat(function.vpcConfig().securityGroupIds()).containsExactly(resources.get("FunctionSecurityGroup"));
    }

    @Test
    void everyRoleHasThePermissionsBoundaryOrNone() {
        String boundary = "arn:aws:iam::123456789012:policy/bounds";
        AwsTestbedSettings settings = settings("bounded", 1, 1, AwsNetwork.NewVpc.DEFAULT).toBuilder()
                .permissionsBoundary(boundary)
                .build();
        AwsTestbedSettings other = settings("unbounded", 1, 0, AwsNetwork.NewVpc.DEFAULT);

        addFunctions(settings, create(settings, PublicServerPassword.random(new SecureRandom())));
        create(other, null);

        assertThat(boundaries(settings)).hasSize(3).containsOnly(boundary);
        assertThat(boundaries(other)).singleElement().isNull();
    }

    private static List<String> boundaries(AwsTestbedSettings settings) {
        try (IamClient iam = moto.client(IamClient.builder())) {
            return resources(settings).entrySet().stream()
                    .filter(each -> each.getKey().endsWith("Role"))
                    .map(each -> iam.getRole(request -> request.roleName(each.getValue()))
                            .role()
                            .permissionsBoundary())
                    .map(set -> set == null ? null : set.permissionsBoundaryArn())
                    .toList();
        }
    }

    @Test
    void onlyTheFunctionsReachTheServersAndOnlyTheirPorts() {
        AwsTestbedSettings settings = settings("ports", 1, 0, AwsNetwork.NewVpc.DEFAULT);
        create(settings, null);
        Map<String, String> resources = resources(settings);

        List<IpPermission> in =
                securityGroup(resources.get("ServerSecurityGroup")).ipPermissions();

        assertThat(in)
                .extracting(rule -> rule.ipProtocol() + " " + rule.fromPort() + " to " + rule.toPort())
                .containsExactlyInAnyOrder("tcp 5201 to 5210", "udp 5200 to 5210");
        assertThat(in).allSatisfy(rule -> {
            assertThat(rule.ipRanges()).isEmpty();
            assertThat(rule.userIdGroupPairs())
                    .singleElement()
                    .satisfies(from -> assertThat(from.groupId()).isEqualTo(resources.get("FunctionSecurityGroup")));
        });
        assertThat(securityGroup(resources.get("FunctionSecurityGroup")).ipPermissions())
                .isEmpty();
    }

    /** Anyone could send to iperf3's UDP ports, and make it send to an address of their choice. */
    @Test
    void publicServersAcceptIperf3OverTcpAndLatencyProbes() {
        AwsTestbedSettings settings = settings("public", 1, 1, AwsNetwork.NewVpc.DEFAULT);
        create(settings, PublicServerPassword.random(new SecureRandom()));

        assertThat(securityGroup(resources(settings).get("OutsideServerSecurityGroup"))
                        .ipPermissions())
                .extracting(rule -> rule.ipProtocol() + " " + rule.fromPort() + " to " + rule.toPort())
                .containsExactlyInAnyOrder("tcp 5201 to 5210", "udp 5200 to 5200");
    }

    @Test
    void theUserDataIsTheScriptsWithTheSettingsInFrontAndFitsAnInstance() throws Exception {
        AwsTestbedSettings settings = settings("user-data", 1, 1, AwsNetwork.NewVpc.DEFAULT);
        PublicServerPassword password = PublicServerPassword.random(new SecureRandom());
        create(settings, password);
        Map<String, String> resources = resources(settings);

        ResponseLaunchTemplateData inside = launchTemplate(resources.get("ServerTemplate"));
        ResponseLaunchTemplateData outside = launchTemplate(resources.get("OutsideServerTemplate"));

        assertThat(userData(inside))
                .startsWith("#!/bin/bash\nLEASE_MINUTES='60'\nFIRST_PORT='5201'\nLAST_PORT='5210'\nECHO_PORT='5200'\n"
                        + "PROBE_KEY='" + TestProbeKey.VALUE + "'\n")
                .contains("\nUPLOAD_BUCKET='" + resources.get("Bucket") + "'\nUPLOAD_KEY='iperf3-x86_64.zip'\n")
                .contains("\n# Started after: " + resources.get("S3Endpoint") + " ")
                .contains("\nExecStart=/usr/bin/iperf3 --server --port %i --verbose --interval 1 $IPERF3_OPTIONS\n")
                .contains("\n: \"${FILES:?folder with the other files}\"\n")
                .contains(
                        "\nExecStart=/usr/bin/python3 -uIS /opt/faasnetlab/echo.py 0.0.0.0 $ECHO_PORT $PROBES_PER_SECOND\n");
        assertThat(userData(outside))
                .contains("\nECHO_PORT='5200'\nPROBE_KEY='" + TestProbeKey.VALUE + "'\n")
                .contains("\nUSER_NAME=faasnetlab\nUSER_HASH='" + password.hash() + "'\n")
                .doesNotContain(password.text());
        for (ResponseLaunchTemplateData template : List.of(inside, outside)) {
            assertThat(template.userData()).hasSizeLessThan(16 * 1024);
            ExternalTools.run(ExternalTools.require("bash"), "-n", "-c", userData(template))
                    .succeeds();
            assertThat(template.instanceInitiatedShutdownBehavior()).isEqualTo(ShutdownBehavior.TERMINATE);
            assertThat(template.metadataOptions().httpTokensAsString()).isEqualTo("required");
        }
        assertThat(outside.iamInstanceProfile()).isNull();
    }

    @Test
    void existingSubnetGetsEndpointAndRemainsAfterDeletion() {
        String vpc =
                ec2.createVpc(request -> request.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock("10.9.1.0/24"))
                .subnet()
                .subnetId();
        String routes =
                ec2.createRouteTable(request -> request.vpcId(vpc)).routeTable().routeTableId();
        AwsTestbedSettings settings =
                settings("existing", 2, 0, new AwsNetwork.ExistingSubnet(vpc, subnet, routes, null));
        assertThat(SettingsValidator.check(settings)).isEmpty();

        Stack stack = create(settings, null);
        Stack updated = addFunctions(settings, stack);

        Map<String, String> resources = resources(settings);
        assertThat(updated.stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(resources)
                .containsKeys("S3Endpoint", "InsideFunction")
                .doesNotContainKeys("Vpc", "Subnet", "RouteTable", "RouteTableAssociation");
        assertThat(networkOf("ServerTemplate", resources)).satisfies(network -> {
            assertThat(network.subnetId()).isEqualTo(subnet);
            assertThat(network.associatePublicIpAddress()).isFalse();
            assertThat(network.groups()).containsExactly(resources.get("ServerSecurityGroup"));
        });
        assertThat(ec2.describeVpcEndpoints(request -> request.vpcEndpointIds(resources.get("S3Endpoint")))
                        .vpcEndpoints())
                .singleElement()
                .satisfies(endpoint -> {
                    assertThat(endpoint.routeTableIds()).containsExactly(routes);
                    assertThat(endpoint.vpcId()).isEqualTo(vpc);
                });

        String bucket = resources.get("Bucket");
        s3.deleteObject(request -> request.bucket(bucket).key("code.zip"));
        cloudFormation.deleteStack(request -> request.stackName(settings.stackName()));

        assertThat(s3.listBuckets().buckets()).noneMatch(left -> left.name().equals(bucket));
        assertThat(lambda.listFunctions().functions())
                .noneMatch(left -> left.functionName().startsWith(settings.stackName()));
        assertThat(ec2.describeSubnets(request -> request.subnetIds(subnet)).subnets())
                .hasSize(1);
    }

    @Test
    void newSubnetInExistingVpcHasItsOwnRoutes() {
        String vpc =
                ec2.createVpc(request -> request.cidrBlock("10.8.0.0/16")).vpc().vpcId();
        AwsTestbedSettings settings =
                settings("new-subnet", 1, 0, new AwsNetwork.NewSubnet(vpc, Cidr.parse("10.8.5.0/24"), null));

        create(settings, null);

        Map<String, String> resources = resources(settings);
        assertThat(resources)
                .doesNotContainKey("Vpc")
                .containsKeys("Subnet", "RouteTable", "RouteTableAssociation", "S3Endpoint");
        assertThat(ec2.describeSubnets(request -> request.subnetIds(resources.get("Subnet")))
                        .subnets())
                .singleElement()
                .satisfies(subnet -> {
                    assertThat(subnet.vpcId()).isEqualTo(vpc);
                    assertThat(subnet.cidrBlock()).isEqualTo("10.8.5.0/24");
                });
        assertThat(networkOf("ServerTemplate", resources).subnetId()).isEqualTo(resources.get("Subnet"));
    }

    @Test
    void outsideFunctionHasNoVpcAndHasPassword() {
        AwsTestbedSettings settings = settings("outside", 1, 2, AwsNetwork.NewVpc.DEFAULT);
        PublicServerPassword password = PublicServerPassword.random(new SecureRandom());

        Stack updated = addFunctions(settings, create(settings, password));

        Map<String, String> resources = resources(settings);
        assertThat(resources)
                .containsKeys("OutsideServer1Instance", "OutsideServer2Instance", "PublicRoute")
                .doesNotContainKey("OutsideServer3Instance");
        assertThat(networkOf("OutsideServerTemplate", resources).subnetId()).isEqualTo(resources.get("PublicSubnet"));
        assertThat(networkOf("ServerTemplate", resources).subnetId())
                .isEqualTo(resources.get("Subnet"))
                .isNotEqualTo(resources.get("PublicSubnet"));
        FunctionConfiguration function = function(updated, "OutsideFunction");
        assertThat(function.vpcConfig()).isNull();
        assertThat(function.environment().variables())
                .containsEntry("IPERF3_PASSWORD", password.text())
                .containsEntry("FAASNETLAB_PROBE_KEY", TestProbeKey.VALUE);
    }

    @Test
    void everyMemorySizeIsAPublishedVersion() throws Exception {
        AwsTestbedSettings settings = settings("memory", 1, 0, AwsNetwork.NewVpc.DEFAULT);
        String function =
                outputs(addFunctions(settings, create(settings, null))).get("InsideFunction");
        MemoryVersions versions =
                new MemoryVersions(lambda, new AwsErrorTranslator(null, Region.EU_CENTRAL_1), Sleeper.SYSTEM);

        FunctionRef small = versions.versionFor(function, 256);
        FunctionRef large = versions.versionFor(function, 3008);

        assertThat(small.qualifier()).isNotEqualTo(large.qualifier());
        assertThat(memory(small)).isEqualTo(256);
        assertThat(memory(large)).isEqualTo(3008);
        assertThat(versions.versionFor(function, 256)).isEqualTo(small);
    }

    @Test
    void accountReportsIdentityAndNewestImage() throws Exception {
        AwsAccount account = moto.account();

        assertThat(account.identity().account()).isEqualTo("123456789012");
        assertThat(ServerImageFinder.newest(account, Architecture.ARM64))
                .startsWith("ami-")
                .isNotEqualTo(imageId);
    }

    @Test
    void theBucketIsEncrypted() {
        AwsTestbedSettings settings = settings("bucket", 1, 0, AwsNetwork.NewVpc.DEFAULT);
        create(settings, null);
        String bucket = resources(settings).get("Bucket");

        assertThat(s3.getBucketEncryption(request -> request.bucket(bucket))
                        .serverSideEncryptionConfiguration()
                        .rules())
                .isNotEmpty();
    }

    private static AwsTestbedSettings settings(String name, int servers, int outside, AwsNetwork network) {
        return AwsTestbedSettings.defaults(name, "eu-central-1a").toBuilder()
                .servers(servers)
                .outsideServers(outside)
                .portsPerServer(10)
                .serverType("c6in.large")
                .network(network)
                .lease(Duration.ofHours(1))
                .build();
    }

    private static Stack create(AwsTestbedSettings settings, PublicServerPassword password) {
        cloudFormation.createStack(request -> request.stackName(settings.stackName())
                .templateBody(MotoServices.withoutFunctions(MotoServices.template()))
                .parameters(StackParameters.toCreate(settings, imageId, List.of(), password, TestProbeKey.VALUE))
                .capabilities(Capability.CAPABILITY_IAM));
        return stack(settings);
    }

    private static Stack addFunctions(AwsTestbedSettings settings, Stack stack) {
        s3.putObject(
                request -> request.bucket(outputs(stack).get("Bucket")).key("code.zip"),
                RequestBody.fromBytes(
                        new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        List<Parameter> parameters = StackParameters.toAddFunctions(stack.parameters(), "code.zip");
        cloudFormation.updateStack(request -> request.stackName(settings.stackName())
                .templateBody(MotoServices.template())
                .parameters(parameters)
                .capabilities(Capability.CAPABILITY_IAM));
        return stack(settings);
    }

    private static FunctionConfiguration function(Stack stack, String output) {
        return lambda.getFunction(request -> request.functionName(outputs(stack).get(output)))
                .configuration();
    }

    private static int memory(FunctionRef function) {
        return lambda.getFunction(
                        request -> request.functionName(function.name()).qualifier(function.qualifier()))
                .configuration()
                .memorySize();
    }

    private static Stack stack(AwsTestbedSettings settings) {
        return cloudFormation
                .describeStacks(request -> request.stackName(settings.stackName()))
                .stacks()
                .get(0);
    }

    private static Map<String, String> outputs(Stack stack) {
        Map<String, String> outputs = new TreeMap<>();
        stack.outputs().forEach(output -> outputs.put(output.outputKey(), output.outputValue()));
        return outputs;
    }

    private static Map<String, String> resources(AwsTestbedSettings settings) {
        // moto lists a wait condition handle without its names.
        return cloudFormation
                .describeStackResources(request -> request.stackName(settings.stackName()))
                .stackResources()
                .stream()
                .filter(resource -> resource.logicalResourceId() != null)
                .collect(Collectors.toMap(StackResource::logicalResourceId, StackResource::physicalResourceId));
    }

    private static SecurityGroup securityGroup(String id) {
        return ec2.describeSecurityGroups(request -> request.groupIds(id))
                .securityGroups()
                .get(0);
    }

    private static ResponseLaunchTemplateData launchTemplate(String id) {
        List<LaunchTemplateVersion> versions = ec2.describeLaunchTemplateVersions(
                        request -> request.launchTemplateId(id))
                .launchTemplateVersions();
        assertThat(versions).hasSize(1);
        return versions.get(0).launchTemplateData();
    }

    /** The only network interface of the servers of a launch template. */
    private static LaunchTemplateInstanceNetworkInterfaceSpecification networkOf(
            String template, Map<String, String> resources) {
        List<LaunchTemplateInstanceNetworkInterfaceSpecification> networks =
                launchTemplate(resources.get(template)).networkInterfaces();
        assertThat(networks).hasSize(1);
        return networks.get(0);
    }

    private static String userData(ResponseLaunchTemplateData template) {
        return new String(Base64.getDecoder().decode(template.userData()), StandardCharsets.UTF_8);
    }
}
