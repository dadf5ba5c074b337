package org.faasnetlab.testbed.aws.calls;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Queries AWS for checks and records which actions were denied. For use by one thread. */
public final class AwsQueries {

    private final AwsAccount account;
    private final Set<String> denied = new TreeSet<>();

    public AwsQueries(AwsAccount account) {
        this.account = account;
    }

    /**
     * Makes one read-only request.
     *
     * @param action the IAM action that the request needs, for example {@code ec2:DescribeVpcs}
     * @throws QueryFailedException if AWS did not answer; names the action if it was denied
     */
    public <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable, T> T query(
            String action, B builder, Function<C, T> request) throws QueryFailedException {
        try {
            return account.query(builder, request);
        } catch (AwsAccessException e) {
            if (e.reason() != AwsAccessException.Reason.DENIED) {
                throw new QueryFailedException(e.sentence(), e);
            }
            denied.add(action);
            throw new QueryFailedException(Phrase.of("You are not authorized to perform {0}.", action), e);
        }
    }

    public String region() {
        return account.region().id();
    }

    /** The actions that were denied so far. */
    public Set<String> deniedActions() {
        return Set.copyOf(denied);
    }
}
