package org.faasnetlab.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.stack.FunctionBandwidthQuota;

/** What users should know before a plan is measured at some place: that it cannot answer its question there, or cannot send as planned. */
public final class PlanNotices {
    /** The preset that asks how the quota of functions outside a VPC grows with memory. */
    public static final String NETWORK_QUOTA = "network-quota";

    private PlanNotices() {}

    /** Where a plan has to be measured, while no testbed is known. */
    public static Optional<Phrase> place(ExperimentPlan plan) {
        return plan.preset().equals(NETWORK_QUOTA)
                ? Optional.of(Phrase.of(
                        "On AWS, run it outside the VPC (--outside): inside, every function is limited to {0} after its burst,"
                                + " whatever its memory size.",
                        FunctionBandwidthQuota.DEFAULT))
                : Optional.empty();
    }

    /** Notices about a plan on a testbed; empty if there is nothing to say. */
    public static List<Phrase> on(Testbed testbed, ExperimentPlan plan) {
        Optional<Phrase> limit = plan.preset().equals(NETWORK_QUOTA)
                ? testbed.functionLimit()
                        .map(each -> Phrase.of(
                                "Functions of this testbed are limited to {0} after their burst, whatever their memory size:"
                                        + " measure outside the VPC, in an account with a raised quota.",
                                each))
                : Optional.empty();
        return Stream.of(plan.fixedRate().flatMap(testbed::rateNotice), limit)
                .flatMap(Optional::stream)
                .toList();
    }
}
