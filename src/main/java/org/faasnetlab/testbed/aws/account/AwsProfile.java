package org.faasnetlab.testbed.aws.account;

import org.jspecify.annotations.Nullable;

/**
 * A profile of the user's AWS files. Holds no secret.
 *
 * @param region the Region it names, or null
 * @param signIn how it comes to credentials
 */
public record AwsProfile(String name, @Nullable String region, SignIn signIn) {

    /** Ways to credentials, in the order in which the SDK looks for them. */
    public enum SignIn {
        ASSUME_ROLE,
        SSO,
        LOGIN,
        PROCESS,
        KEYS,
        NONE
    }
}
