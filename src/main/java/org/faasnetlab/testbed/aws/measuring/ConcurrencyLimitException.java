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
                        "%,d concurrent functions require as many iperf3 ports, but the servers of %s have %,d.",
                        functions,
                        testbed,
                        ports),
                "Set functions to at most " + ports + ", or create a testbed with more servers or ports.");
    }

    static ConcurrencyLimitException concurrency(String region, int functions, int concurrency) {
        return new ConcurrencyLimitException(
                String.format(
                        Locale.ROOT,
                        "%,d concurrent functions exceed the Lambda limit of your account, %,d in %s.",
                        functions,
                        concurrency,
                        region),
                "Set functions to at most " + concurrency
                        + ", or request a higher 'Concurrent executions' quota in Service Quotas (Lambda, L-B99A9384).");
    }
}
