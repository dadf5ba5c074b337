package org.faasnetlab.invoke;

import java.net.URI;
import org.faasnetlab.invoke.observe.AwsCall;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of an AWS API and the credentials that sign its requests.
 *
 * @param uri scheme, host and port, without a path
 * @param region the Region used in signatures, for example {@code us-east-1}
 * @param observer receives each call of the clients of this endpoint; null for nobody
 */
public record ServiceEndpoint(
        URI uri, String region, CredentialsSource credentials, AwsCall.@Nullable Listener observer) {

    /** An endpoint whose calls nobody observes. */
    public ServiceEndpoint(URI uri, String region, CredentialsSource credentials) {
        this(uri, region, credentials, null);
    }
}
