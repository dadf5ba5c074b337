package org.faasnetlab.invoke;

/** Where the keys that sign a request come from. Keys themselves are never logged or stored. */
public sealed interface CredentialsSource {

    /** A pair of keys that this program made itself for a service on this computer. */
    record AccessKeys(String accessKeyId, String secretAccessKey) implements CredentialsSource {
        @Override
        public String toString() {
            return "AccessKeys[not shown]";
        }
    }

    /** A named profile of the user's AWS files. */
    record Profile(String name) implements CredentialsSource {}

    /** The AWS SDK's default chain. */
    record DefaultChain() implements CredentialsSource {}
}
