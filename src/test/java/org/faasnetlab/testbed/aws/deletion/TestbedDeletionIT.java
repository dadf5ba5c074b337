package org.faasnetlab.testbed.aws.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ServerImageFinder;
import org.faasnetlab.testbed.aws.stack.StackParameters;
import org.faasnetlab.testing.aws.MotoServer;
import org.faasnetlab.testing.aws.MotoServices;
import org.faasnetlab.testing.aws.TestProbeKey;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Deletions against moto. It gives functions no network interfaces, deletes stacks immediately and without failing
 * resources, and does not delete a stack with an endpoint in a VPC of its own: the stack here is in a subnet of the
 * user's.
 */
class TestbedDeletionIT {

    private static MotoServer moto;
    private static CloudFormationClient cloudFormation;
    private static Ec2Client ec2;
    private static S3Client s3;
    private static LambdaClient lambda;

    @BeforeAll
    static void startMoto() throws Exception {
        moto = MotoServer.start();
        cloudFormation = moto.client(CloudFormationClient.builder());
        ec2 = moto.client(Ec2Client.builder());
        s3 = moto.client(S3Client.builder().forcePathStyle(true));
        lambda = moto.client(LambdaClient.builder());
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void testbedInUserOwnedSubnetIsDeletedAndSubnetRemains() throws Exception {
        String vpc =
                ec2.createVpc(request -> request.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock("10.9.1.0/24"))
                .subnet()
                .subnetId();
        String routes =
                ec2.createRouteTable(request -> request.vpcId(vpc)).routeTable().routeTableId();
        String bucket = create("lab", new AwsNetwork.ExistingSubnet(vpc, subnet, routes, null));
        String neighbour = create("lab-two", new AwsNetwork.ExistingSubnet(vpc, subnet, null, null));
        fill(bucket);

        DeletionReport report = delete("lab");

        assertThat(report.leftovers()).isEmpty();
        assertThat(report.unchecked()).isEmpty();
        assertThat(report.sentence().toString()).isEqualTo("All resources of faasnetlab-lab are deleted.");
        assertThat(s3.listBuckets().buckets())
                .extracting(each -> each.name())
                .contains(neighbour)
                .doesNotContain(bucket);
        assertThat(lambda.listFunctions().functions())
                .extracting(each -> each.functionName())
                .allMatch(name -> name.startsWith("faasnetlab-lab-two-"))
                .isNotEmpty();
        assertThat(ec2.describeSubnets(request -> request.subnetIds(subnet)).subnets())
                .hasSize(1);
        assertThat(ec2.describeRouteTables(request -> request.routeTableIds(routes))
                        .routeTables())
                .hasSize(1);
        assertThat(delete("lab-two").leftovers()).isEmpty();
    }

    @Test
    void networkWithoutStackIsDeletedByTag() throws Exception {
        TagSpecification.Builder tags = TagSpecification.builder()
                .tags(Tag.builder()
                        .key(AwsTestbedSettings.TAG)
                        .value("faasnetlab-retained")
                        .build());
        String vpc = ec2.createVpc(request -> request.cidrBlock("10.7.0.0/16")
                        .tagSpecifications(tags.resourceType(ResourceType.VPC).build()))
                .vpc()
                .vpcId();
        String subnet = ec2.createSubnet(request -> request.vpcId(vpc)
                        .cidrBlock("10.7.1.0/24")
                        .tagSpecifications(
                                tags.resourceType(ResourceType.SUBNET).build()))
                .subnet()
                .subnetId();
        String group = ec2.createSecurityGroup(request -> request.vpcId(vpc)
                        .groupName("retained")
                        .description("retained")
                        .tagSpecifications(
                                tags.resourceType(ResourceType.SECURITY_GROUP).build()))
                .groupId();
        try (IamClient iam = moto.client(IamClient.builder())) {
            iam.createRole(request -> request.roleName("faasnetlab-retained-FunctionRole-X1")
                    .assumeRolePolicyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[]}")
                    .tags(
                            roleTag(AwsTestbedSettings.TAG, "faasnetlab-retained"),
                            roleTag(AwsTestbedSettings.REGION_TAG, "eu-central-1")));
        }
        assertThat(ec2.describeSubnets(request -> request.subnetIds(subnet)).subnets())
                .hasSize(1);

        DeletionReport report = delete("retained");

        assertThat(report.leftovers()).isEmpty();
        try (IamClient iam = moto.client(IamClient.builder())) {
            assertThat(iam.listRoles().roles())
                    .noneMatch(each -> each.roleName().startsWith("faasnetlab-retained"));
        }
        assertThat(ec2.describeVpcs().vpcs()).noneMatch(each -> each.vpcId().equals(vpc));
        assertThat(ec2.describeSecurityGroups().securityGroups())
                .noneMatch(each -> each.groupId().equals(group));
    }

    private static software.amazon.awssdk.services.iam.model.Tag roleTag(String key, String value) {
        return software.amazon.awssdk.services.iam.model.Tag.builder()
                .key(key)
                .value(value)
                .build();
    }

    /** Creates a testbed with its function and returns the name of its bucket. */
    private static String create(String name, AwsNetwork network) {
        AwsTestbedSettings settings = AwsTestbedSettings.defaults(name, "eu-central-1a").toBuilder()
                .portsPerServer(10)
                .serverType("c6in.large")
                .network(network)
                .lease(Duration.ofHours(1))
                .build();
        String image;
        try (SsmClient ssm = moto.client(SsmClient.builder())) {
            image = new ServerImageFinder(ssm).newest(Architecture.X86_64);
        }
        cloudFormation.createStack(request -> request.stackName(settings.stackName())
                .templateBody(MotoServices.withoutFunctions(MotoServices.template()))
                .parameters(StackParameters.toCreate(settings, image, List.of(), null, TestProbeKey.VALUE))
                .capabilities(Capability.CAPABILITY_IAM));
        Stack stack = cloudFormation
                .describeStacks(request -> request.stackName(settings.stackName()))
                .stacks()
                .get(0);
        String bucket = stack.outputs().stream()
                .filter(output -> output.outputKey().equals("Bucket"))
                .findFirst()
                .orElseThrow()
                .outputValue();
        s3.putObject(request -> request.bucket(bucket).key("code.zip"), RequestBody.fromString("PK"));
        cloudFormation.updateStack(request -> request.stackName(settings.stackName())
                .templateBody(MotoServices.template())
                .parameters(StackParameters.toAddFunctions(stack.parameters(), "code.zip"))
                .capabilities(Capability.CAPABILITY_IAM));
        return bucket;
    }

    private static void fill(String bucket) {
        s3.putBucketVersioning(request ->
                request.bucket(bucket).versioningConfiguration(each -> each.status(BucketVersioningStatus.ENABLED)));
        for (String content : List.of("one", "two")) {
            s3.putObject(request -> request.bucket(bucket).key("object"), RequestBody.fromString(content));
        }
        s3.deleteObject(request -> request.bucket(bucket).key("object"));
        s3.createMultipartUpload(request -> request.bucket(bucket).key("upload"));
        assertThat(s3.listObjectVersions(request -> request.bucket(bucket)).deleteMarkers())
                .hasSize(1);
    }

    private static DeletionReport delete(String name) throws Exception {
        DeletionTimeouts none = new DeletionTimeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 2);
        return new TestbedDeletion(moto.account(), name, Clock.systemUTC(), time -> {}, none)
                .run(DeletionListener.NONE);
    }
}
