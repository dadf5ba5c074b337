package org.faasnetlab.ui.aws;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.account.AwsIdentity;

/** Status of the chosen account. */
public sealed interface AccountStatus {

    /** Not checked. */
    record Unknown() implements AccountStatus {}

    record Checking() implements AccountStatus {}

    /**
     * AWS has responded.
     *
     * @param zones names of the Availability Zones, sorted; empty if the account has no permission to list them
     */
    record Known(AwsTestbeds testbeds, AwsIdentity identity, List<String> zones) implements AccountStatus {}

    record Failed(LabException why) implements AccountStatus {}
}
