package org.faasnetlab.testbed.aws.stack;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.LocationType;

/** Where a type of server is to be had: not every zone has every type. */
public final class ServerTypeOfferings {
    private ServerTypeOfferings() {}

    /** Zones of the client's Region that offer the type, by name; none if the type does not exist. */
    public static List<String> zones(Ec2Client ec2, String type) {
        return ec2
                .describeInstanceTypeOfferingsPaginator(request -> request.locationType(LocationType.AVAILABILITY_ZONE)
                        .filters(filter -> filter.name("instance-type").values(type)))
                .instanceTypeOfferings()
                .stream()
                .map(InstanceTypeOffering::location)
                .sorted()
                .toList();
    }
}
