package org.faasnetlab.invoke;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The source of the credentials that sign a request. The credentials are never logged or stored. */
public sealed interface CredentialsSource {

    /** Calls the method of the handler for this type of source and returns its result. */
    <R> R accept(Handler<R> handler);

    /**
     * Handles every type of source, so that the compiler finds handlers that lack a new type.
     *
     * @param <R> the result of handling
     */
    interface Handler<R> {
        R on(AccessKeys source);

        R on(Profile source);

        R on(DefaultChain source);

        R on(Shared source);
    }

    /** An access key that this program generated for a service on this computer. */
    record AccessKeys(String accessKeyId, String secretAccessKey) implements CredentialsSource {
        @Override
        public String toString() {
            return "AccessKeys[not shown]";
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** A named profile in the user's AWS configuration files. */
    record Profile(String name) implements CredentialsSource {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** The AWS SDK's default chain. */
    record DefaultChain() implements CredentialsSource {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** A provider that several clients share, because it assumes a role, or asks the user for a code. */
    record Shared(AwsCredentialsProvider provider) implements CredentialsSource {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }
}
