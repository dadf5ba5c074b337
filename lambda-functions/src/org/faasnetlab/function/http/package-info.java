/**
 * A small HTTP/1.1 client for transfers: it writes and reads bodies without copying, and counts bytes as they
 * pass.
 *
 * <p>Uses protocol, and function.task for failures. Start reading at {@link HttpConnection}.
 */
@NullMarked
package org.faasnetlab.function.http;

import org.jspecify.annotations.NullMarked;
