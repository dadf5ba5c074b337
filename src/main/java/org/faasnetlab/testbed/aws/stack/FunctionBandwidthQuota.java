package org.faasnetlab.testbed.aws.stack;

import java.util.Optional;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/**
 * The account's quota of Lambda "Network bandwidth per execution environment", which since August 2026 can be raised for
 * functions outside a VPC. Then the bandwidth of a function grows with its memory size from 2,048 MB on, up to the quota at
 * 10,240 MB. AWS states 625 Mbit/s at 2,048 MB in its announcement and 765 Mbit/s in a later article, so that between both
 * sizes only the upper bound is known. See docs/decisions/0034-function-bandwidth-quota.md.
 *
 * @param value as Service Quotas reports it
 */
public record FunctionBandwidthQuota(Bandwidth value) {

    /** The limit of functions inside a VPC, of smaller functions, and of accounts whose quota was not raised. */
    public static final Bandwidth DEFAULT = Bandwidth.ofMegabits(625);

    /** The memory size in MB from which bandwidth grows with it. */
    public static final int SCALES_FROM_MB = 2048;

    /** No public document names the code of this quota. */
    private static final String NAME = "Network bandwidth per execution environment";

    private static final int LARGEST_MB = 10_240;

    /** What is outside of it is not in Mbit/s. Service Quotas states no unit. */
    private static final int MIN_MEGABITS = 100;

    private static final int MAX_MEGABITS = 100_000;

    /** Queries Service Quotas; empty if it does not list the quota, or not in Mbit/s. */
    public static Optional<FunctionBandwidthQuota> of(AwsQueries aws) throws QueryFailedException {
        return aws
                .query(
                        "servicequotas:ListServiceQuotas",
                        ServiceQuotasClient.builder(),
                        quotas ->
                                quotas
                                        .listServiceQuotasPaginator(request -> request.serviceCode("lambda"))
                                        .quotas()
                                        .stream()
                                        .filter(quota -> NAME.equalsIgnoreCase(quota.quotaName()))
                                        .map(ServiceQuota::value)
                                        .toList())
                .stream()
                .filter(value -> value != null && value >= MIN_MEGABITS && value <= MAX_MEGABITS)
                .findFirst()
                .map(value -> new FunctionBandwidthQuota(Bandwidth.ofMegabits(value)));
    }

    /** Whether functions outside a VPC can have more than the default. */
    public boolean isRaised() {
        return value.bitsPerSecond() > DEFAULT.bitsPerSecond();
    }

    /** What a function outside a VPC cannot exceed after its burst. */
    public Bandwidth upperBound(int memoryMb) {
        return isRaised() && memoryMb < SCALES_FROM_MB ? DEFAULT : value;
    }

    /** Whether the upper bound is the limit itself: not known between 2,048 and 10,240 MB if the quota was raised. */
    public boolean isExact(int memoryMb) {
        return !isRaised() || memoryMb < SCALES_FROM_MB || memoryMb >= LARGEST_MB;
    }
}
