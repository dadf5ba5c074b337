package org.faasnetlab.testbed.aws;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Finds the system image that servers start from. */
public final class ServerImages {

    private final SsmClient ssm;

    public ServerImages(SsmClient ssm) {
        this.ssm = ssm;
    }

    /**
     * The id of the newest image of Amazon Linux 2023 in the client's Region.
     *
     * @throws SdkException if AWS does not say
     */
    public String newest(Architecture architecture) {
        return ssm.getParameter(request -> request.name(architecture.imageParameter()))
                .parameter()
                .value();
    }
}
