package org.faasnetlab.testbed.aws.stack;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * The DNS servers of a VPC. Security groups do not restrict the DNS of AWS, but servers of the user's own, which the VPC's
 * DHCP options name, are ordinary hosts to which port 53 must be opened.
 */
public final class VpcDns {

    /** DHCP options of a VPC have at most four addresses of DNS servers. */
    static final int MAX_SERVERS = 4;

    private VpcDns() {}

    /**
     * IPv4 addresses of the VPC's own DNS servers; empty if it uses the DNS of AWS, or does not exist. Needs
     * {@code ec2:DescribeVpcs} and {@code ec2:DescribeDhcpOptions}.
     */
    public static List<String> ownServers(Ec2Client ec2, String vpcId) {
        List<String> options = ec2.describeVpcs(request -> request.filters(filter("vpc-id", vpcId))).vpcs().stream()
                .map(Vpc::dhcpOptionsId)
                .filter(id -> id != null && id.startsWith("dopt-"))
                .toList();
        if (options.isEmpty()) {
            return List.of();
        }
        return ec2
                .describeDhcpOptions(request -> request.filters(filter("dhcp-options-id", options.get(0))))
                .dhcpOptions()
                .stream()
                .flatMap(set -> set.dhcpConfigurations().stream())
                .filter(configuration -> "domain-name-servers".equals(configuration.key()))
                .flatMap(configuration -> configuration.values().stream())
                .map(AttributeValue::value)
                .filter(server -> server.matches("[0-9]+(\\.[0-9]+){3}"))
                .limit(MAX_SERVERS)
                .toList();
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }
}
