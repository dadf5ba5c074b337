package org.faasnetlab.invoke.s3;

import org.faasnetlab.invoke.ServiceEndpoint;

/** Where the bucket stands in the addresses of an S3 service. */
final class S3AddressingStyle {
    private static final String AWS = ".amazonaws.com";

    private S3AddressingStyle() {}

    /** Whether the bucket is in the path, as other services want it; AWS has it in the host's name. */
    static boolean bucketInPath(ServiceEndpoint endpoint) {
        String host = endpoint.uri().getHost();
        return !host.endsWith(AWS) && !host.endsWith(AWS + ".cn");
    }
}
