package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/** Checks whether the account's quota allows one more VPC in the Region. */
final class NewVpcCheck implements PreflightCheck {

    private static final String QUOTA = "L-F678F1CE";

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        long there = aws.query(
                "ec2:DescribeVpcs",
                Ec2Client.builder(),
                ec2 -> ec2.describeVpcsPaginator().vpcs().stream().count());
        Double quota = aws.query(
                "servicequotas:GetServiceQuota",
                ServiceQuotasClient.builder(),
                quotas -> quotas.getServiceQuota(
                                request -> request.serviceCode("vpc").quotaCode(QUOTA))
                        .quota()
                        .value());
        if (quota == null) {
            return CheckResult.unknown(
                    "AWS did not say how many VPCs the account may have; it has " + there + ".",
                    "The usual number is 5 in a Region.");
        }
        String counted =
                String.format(Locale.ROOT, "%s has %,d of the account's %,.0f VPCs", aws.region(), there, quota);
        return there < quota
                ? CheckResult.ok(counted + ".")
                : CheckResult.problem(
                        counted + ", and a new one is wanted.",
                        "Choose an existing VPC, remove one, or ask for a higher 'VPCs per Region' in Service Quotas"
                                + " (VPC, " + QUOTA + ").");
    }
}
