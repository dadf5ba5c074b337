package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.preflight.PreflightResult.State;
import org.faasnetlab.testbed.aws.pricing.PriceListClient;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.Cidr;
import org.faasnetlab.testing.aws.MotoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/**
 * Preflight against moto, which supports zones, instance types, EC2 quotas, VPCs, subnets, routes, endpoints and
 * stacks, but not Lambda's account settings, streaming, IAM's simulation, or prices: the results of those must be
 * unknown.
 */
class PreflightIT {

    private static final AwsTestbedSettings SETTINGS = AwsTestbedSettings.defaults("lab", "eu-central-1a");

    private static MotoServer moto;
    private static AwsAccount account;
    private static Ec2Client ec2;

    @BeforeAll
    static void startMoto() throws Exception {
        moto = MotoServer.start();
        account = moto.account();
        ec2 = moto.client(Ec2Client.builder());
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void checksThatEmulatorDoesNotSupportAreUnknown() throws Exception {
        assertThat(states(SETTINGS))
                .isEqualTo(Map.ofEntries(
                        Map.entry("identity", State.OK),
                        Map.entry("clock", State.OK),
                        Map.entry("name", State.OK),
                        Map.entry("concurrency", State.UNKNOWN),
                        Map.entry("memory", State.OK),
                        Map.entry("streaming", State.UNKNOWN),
                        Map.entry("server-type", State.OK),
                        Map.entry("vcpu-quota", State.UNKNOWN),
                        Map.entry("ports", State.OK),
                        Map.entry("bandwidth", State.OK),
                        Map.entry("vpc", State.OK),
                        Map.entry("actions", State.UNKNOWN)));
    }

    @Test
    void instanceTypeMissingInZoneIsFound() throws Exception {
        Map<String, PreflightResult> lines =
                lines(SETTINGS.toBuilder().serverType("f2.6xlarge").build());

        assertThat(lines.get("server-type").state()).isEqualTo(State.PROBLEM);
        assertThat(lines.get("server-type").remedy().toString())
                .isEqualTo("Choose eu-central-1b, eu-central-1c, or another type.");
        assertThat(lines.get("vcpu-quota").state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void existingSubnetIsCheckedWithItsRoutes() throws Exception {
        String vpc =
                ec2.createVpc(request -> request.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(
                        request -> request.vpcId(vpc).cidrBlock("10.9.1.0/24").availabilityZone("eu-central-1a"))
                .subnet()
                .subnetId();
        String routes =
                ec2.createRouteTable(request -> request.vpcId(vpc)).routeTable().routeTableId();

        PreflightResult main = lines(in(new AwsNetwork.ExistingSubnet(vpc, subnet, routes, null)))
                .get("s3-route");
        ec2.associateRouteTable(request -> request.routeTableId(routes).subnetId(subnet));
        Map<String, PreflightResult> own = lines(in(new AwsNetwork.ExistingSubnet(vpc, subnet, routes, null)));
        ec2.createVpcEndpoint(request -> request.vpcId(vpc)
                .vpcEndpointType(VpcEndpointType.GATEWAY)
                .serviceName("com.amazonaws.eu-central-1.s3")
                .routeTableIds(routes));
        Map<String, PreflightResult> withEndpoint = lines(in(new AwsNetwork.ExistingSubnet(vpc, subnet, null, null)));
        Map<String, PreflightResult> overlap =
                lines(in(new AwsNetwork.NewSubnet(vpc, Cidr.parse("10.9.1.128/25"), null)));

        assertThat(main.meaning().toString()).contains("an endpoint there has no effect");
        assertThat(own.get("s3-route").state()).isEqualTo(State.OK);
        assertThat(own.get("subnet").state()).isEqualTo(State.OK);
        assertThat(own.get("subnet").meaning().toString()).contains("251 free addresses");
        assertThat(withEndpoint.get("s3-route").meaning().toString()).contains("reaches S3 through endpoint vpce-");
        assertThat(overlap.get("subnet").meaning().toString()).contains("overlaps " + subnet);
    }

    @Test
    void missingPricesComeFromBundledTable() {
        PriceListClient.Found found = new PriceListClient(account).find(SETTINGS);

        assertThat(found.failure()).isPresent();
        assertThat(found.table().serverHour("c6in.xlarge")).isPresent();
    }

    private static AwsTestbedSettings in(AwsNetwork network) {
        return SETTINGS.toBuilder().network(network).outsideServers(0).build();
    }

    private static Map<String, State> states(AwsTestbedSettings settings) throws InterruptedException {
        return lines(settings).values().stream().collect(Collectors.toMap(PreflightResult::id, PreflightResult::state));
    }

    private static Map<String, PreflightResult> lines(AwsTestbedSettings settings) throws InterruptedException {
        return new Preflight(account, settings, 8, Clock.systemUTC())
                .run(line -> {}).stream().collect(Collectors.toMap(PreflightResult::id, Function.identity()));
    }
}
