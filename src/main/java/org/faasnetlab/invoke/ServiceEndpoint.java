package org.faasnetlab.invoke;

import java.net.URI;

/**
 * The endpoint of an AWS API and the credentials that sign its requests.
 *
 * @param uri scheme, host and port, without a path
 * @param region the Region used in signatures, for example {@code us-east-1}
 */
public record ServiceEndpoint(URI uri, String region, CredentialsSource credentials) {}
