/**
 * A client of the Lambda Runtime API with streamed responses.
 *
 * <p>Uses the JDK, jackson-core, function.http, function.task and protocol. Start reading at {@link
 * RuntimeApiClient}.
 */
@NullMarked
package org.faasnetlab.function.runtime;

import org.jspecify.annotations.NullMarked;
