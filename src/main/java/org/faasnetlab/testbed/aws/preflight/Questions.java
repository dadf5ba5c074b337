package org.faasnetlab.testbed.aws.preflight;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.AwsAccount;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Asks AWS for the checks, and remembers which actions were denied. For one thread. */
final class Questions {

    private final AwsAccount account;
    private final Set<String> denied = new TreeSet<>();

    Questions(AwsAccount account) {
        this.account = account;
    }

    /**
     * Asks one question.
     *
     * @param action the IAM action that the question takes, for example {@code ec2:DescribeVpcs}
     * @throws UnansweredException if there was no answer; names the action if it was denied
     */
    <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable, T> T ask(
            String action, B builder, Function<C, T> question) throws UnansweredException {
        try {
            return account.ask(builder, question);
        } catch (AwsAccessException failure) {
            if (failure.reason() != AwsAccessException.Reason.DENIED) {
                throw new UnansweredException(String.valueOf(failure.getMessage()), failure);
            }
            denied.add(action);
            throw new UnansweredException("The account does not let you do " + action + ".", failure);
        }
    }

    String region() {
        return account.region().id();
    }

    /** The actions that were asked and denied so far. */
    Set<String> denied() {
        return Set.copyOf(denied);
    }
}
