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
                    "The VPC quota of the account is unknown; it has " + there + " VPCs.",
                    "The default quota is 5 per Region.");
        }
        String counted = String.format(Locale.ROOT, "%s has %,d of at most %,.0f VPCs", aws.region(), there, quota);
        return there < quota
                ? CheckResult.ok(counted + ".")
                : CheckResult.problem(
                        counted + ", and a new one is required.",
                        "Choose an existing VPC, delete one, or request a higher 'VPCs per Region' quota in Service Quotas"
                                + " (VPC, " + QUOTA + ").");
    }
}
