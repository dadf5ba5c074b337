package org.faasnetlab.invoke.s3;

import org.faasnetlab.invoke.ServiceEndpoint;

/** Decides where an S3 service expects the bucket in its URLs. */
final class S3AddressingStyle {
    private static final String AWS = ".amazonaws.com";

    private S3AddressingStyle() {}

    /** Whether the bucket is in the path, as S3-compatible services expect; AWS expects it in the host name. */
    static boolean bucketInPath(ServiceEndpoint endpoint) {
        String host = endpoint.uri().getHost();
        return !host.endsWith(AWS) && !host.endsWith(AWS + ".cn");
    }
}
