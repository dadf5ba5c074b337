package org.faasnetlab.testbed.aws.testbeds;

import java.util.Locale;
import org.faasnetlab.LabException;

/** More functions are wanted at once than a testbed, or its account, has room for. */
public final class TooManyFunctionsException extends LabException {
    private static final long serialVersionUID = 1L;

    private TooManyFunctionsException(String sentence, String nextStep) {
        super(sentence, nextStep);
    }

    static TooManyFunctionsException ports(String testbed, int functions, int ports) {
        return new TooManyFunctionsException(
                String.format(
                        Locale.ROOT,
                        "%,d functions at once need as many iperf3 ports, and the servers of %s have %,d.",
                        functions,
                        testbed,
                        ports),
                "Set functions to " + ports + " at most, or set up a testbed with more servers or ports.");
    }

    static TooManyFunctionsException concurrency(String region, int functions, int concurrency) {
        return new TooManyFunctionsException(
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
