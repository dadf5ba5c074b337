package org.faasnetlab.invoke;

/** The source of the credentials that sign a request. The credentials are never logged or stored. */
public sealed interface CredentialsSource {

    /** An access key that this program generated for a service on this computer. */
    record AccessKeys(String accessKeyId, String secretAccessKey) implements CredentialsSource {
        @Override
        public String toString() {
            return "AccessKeys[not shown]";
        }
    }

    /** A named profile in the user's AWS configuration files. */
    record Profile(String name) implements CredentialsSource {}

    /** The AWS SDK's default chain. */
    record DefaultChain() implements CredentialsSource {}
}
