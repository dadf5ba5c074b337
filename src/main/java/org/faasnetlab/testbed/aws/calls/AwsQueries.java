package org.faasnetlab.testbed.aws.calls;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Asks AWS for the checks, and remembers which actions were denied. For one thread. */
public final class AwsQueries {

    private final AwsAccount account;
    private final Set<String> denied = new TreeSet<>();

    public AwsQueries(AwsAccount account) {
        this.account = account;
    }

    /**
     * Asks one question.
     *
     * @param action the IAM action that the question takes, for example {@code ec2:DescribeVpcs}
     * @throws QueryFailedException if there was no answer; names the action if it was denied
     */
    public <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable, T> T ask(
            String action, B builder, Function<C, T> question) throws QueryFailedException {
        try {
            return account.ask(builder, question);
        } catch (AwsAccessException failure) {
            if (failure.reason() != AwsAccessException.Reason.DENIED) {
                throw new QueryFailedException(String.valueOf(failure.getMessage()), failure);
            }
            denied.add(action);
            throw new QueryFailedException("You are not authorized to perform " + action + ".", failure);
        }
    }

    public String region() {
        return account.region().id();
    }

    /** The actions that were asked and denied so far. */
    public Set<String> denied() {
        return Set.copyOf(denied);
    }
}
