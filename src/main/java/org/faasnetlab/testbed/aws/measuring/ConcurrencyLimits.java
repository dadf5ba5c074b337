package org.faasnetlab.testbed.aws.measuring;

import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AccountLimit;

/**
 * Checks how many functions can run concurrently: by the account's limit in Lambda, and by the ports of a testbed's
 * servers.
 */
public final class ConcurrencyLimits {
    private static final Logger LOG = LoggerFactory.getLogger(ConcurrencyLimits.class);

    private final AwsAccount account;

    public ConcurrencyLimits(AwsAccount account) {
        this.account = account;
    }

    /** The account's unreserved concurrency; empty if it cannot be queried. */
    Optional<Integer> concurrency() {
        return read().map(AccountLimit::unreservedConcurrentExecutions).filter(free -> free > 0);
    }

    /** The account's limits of concurrent functions; empty if they cannot be queried. */
    Optional<AccountLimit> read() {
        try {
            return Optional.ofNullable(account.query(LambdaClient.builder(), LambdaClient::getAccountSettings)
                    .accountLimit());
        } catch (AwsAccessException e) {
            LOG.info("Cannot read the concurrency limit of the account: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Checks that so many functions can run concurrently.
     *
     * @param outside whether to use the function outside the VPC
     * @param iperf3 whether each function needs a port of a server
     * @throws LabException names the lowest limit that is exceeded
     */
    public void require(AwsTestbedSettings testbed, boolean outside, int functions, boolean iperf3)
            throws LabException {
        int servers = outside ? testbed.outsideServers() : testbed.servers();
        int ports = iperf3 ? servers * testbed.portsPerServer() : Integer.MAX_VALUE;
        int concurrency = concurrency().orElse(Integer.MAX_VALUE);
        if (functions > ports && ports <= concurrency) {
            throw new LabException(
                    LabException.Kind.REFUSED,
                    Phrase.of(
                            "{0} concurrent functions require as many iperf3 ports, but the servers of {1} have {2}.",
                            String.format(Locale.ROOT, "%,d", functions),
                            testbed.name(),
                            String.format(Locale.ROOT, "%,d", ports)),
                    Phrase.of("Set functions to at most {0}, or create a testbed with more servers or ports.", ports));
        }
        if (functions > concurrency) {
            throw new LabException(
                    LabException.Kind.REFUSED,
                    Phrase.of(
                            "{0} concurrent functions exceed the Lambda limit of your account, {1} in {2}.",
                            String.format(Locale.ROOT, "%,d", functions),
                            String.format(Locale.ROOT, "%,d", concurrency),
                            account.region().id()),
                    Phrase.of(
                            "Set functions to at most {0}, or request a higher 'Concurrent executions' quota in Service Quotas"
                                    + " (Lambda, L-B99A9384).",
                            concurrency));
        }
    }
}
