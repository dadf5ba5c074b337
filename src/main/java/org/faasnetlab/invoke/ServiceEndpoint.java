package org.faasnetlab.invoke;

import java.net.URI;

/**
 * Where an AWS API answers, and with which keys requests to it are signed.
 *
 * @param uri scheme, host and port, without a path
 * @param region the Region that signatures name, for example {@code us-east-1}
 */
public record ServiceEndpoint(URI uri, String region, CredentialsSource credentials) {}
