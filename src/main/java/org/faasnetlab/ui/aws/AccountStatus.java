package org.faasnetlab.ui.aws;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.account.AwsIdentity;

/** What is known about the account that was chosen. */
public sealed interface AccountStatus {

    /** Not asked yet. */
    record Unknown() implements AccountStatus {}

    record Checking() implements AccountStatus {}

    /**
     * AWS has answered.
     *
     * @param zones where servers can be, by name; empty if the account does not let one look
     */
    record Known(AwsTestbeds testbeds, AwsIdentity identity, List<String> zones) implements AccountStatus {}

    record Failed(LabException why) implements AccountStatus {}
}
