package org.faasnetlab.testbed.aws.measuring;

import java.util.Locale;
import org.faasnetlab.LabException;

/** More concurrent functions are requested than a testbed or its account can run. */
public final class ConcurrencyLimitException extends LabException {
    private static final long serialVersionUID = 1L;

    private ConcurrencyLimitException(String sentence, String nextStep) {
        super(Kind.REFUSED, sentence, nextStep);
    }

    static ConcurrencyLimitException ports(String testbed, int functions, int ports) {
        return new ConcurrencyLimitException(
                String.format(
                        Locale.ROOT,
                        "%,d functions at once need as many iperf3 ports, and the servers of %s have %,d.",
                        functions,
                        testbed,
                        ports),
                "Set functions to " + ports + " at most, or set up a testbed with more servers or ports.");
    }

    static ConcurrencyLimitException concurrency(String region, int functions, int concurrency) {
        return new ConcurrencyLimitException(
                String.format(
                        Locale.ROOT,
                        "%,d functions at once are more than the %,d that Lambda runs for your account in %s.",
                        functions,
                        concurrency,
                        region),
                "Set functions to " + concurrency
                        + " at most, or ask for a higher 'Concurrent executions' in Service Quotas (Lambda, L-B99A9384).");
    }
}
