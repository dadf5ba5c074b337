package org.faasnetlab.testbed.aws.account;

import org.jspecify.annotations.Nullable;

/**
 * A profile of the user's AWS files. Contains no secret.
 *
 * @param region the profile's Region, or null
 * @param signIn source of its credentials
 */
public record AwsProfile(String name, @Nullable String region, SignIn signIn) {

    /** Sources of credentials, in the order in which the SDK checks them. */
    public enum SignIn {
        ASSUME_ROLE,
        SSO,
        LOGIN,
        PROCESS,
        KEYS,
        NONE
    }
}
