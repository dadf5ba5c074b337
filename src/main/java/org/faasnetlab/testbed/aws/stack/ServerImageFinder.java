package org.faasnetlab.testbed.aws.stack;

import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.workload.Architecture;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Finds the machine image that servers start from. */
public final class ServerImageFinder {

    private final SsmClient ssm;

    public ServerImageFinder(SsmClient ssm) {
        this.ssm = ssm;
    }

    /**
     * ID of the newest image of Amazon Linux 2023 in an account's Region.
     *
     * @throws AwsAccessException if the request fails
     */
    public static String newest(AwsAccount account, Architecture architecture) throws AwsAccessException {
        return account.query(SsmClient.builder(), ssm -> new ServerImageFinder(ssm).newest(architecture));
    }

    /**
     * ID of the newest image of Amazon Linux 2023 in the client's Region.
     *
     * @throws SdkException if the request fails
     */
    public String newest(Architecture architecture) {
        return ssm.getParameter(request -> request.name(imageParameter(architecture)))
                .parameter()
                .value();
    }

    /** Name of the public SSM parameter with the newest image of Amazon Linux 2023. */
    static String imageParameter(Architecture architecture) {
        return "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-" + architecture.id();
    }
}
