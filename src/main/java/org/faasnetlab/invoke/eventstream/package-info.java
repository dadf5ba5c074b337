/**
 * The frames of {@code application/vnd.amazon.eventstream}, the format of InvokeWithResponseStream: a decoder that
 * needs little memory per stream, and an encoder for the Lambda service on this computer.
 *
 * <p>Uses protocol and the SDK's {@code Message}. Start reading at {@link EventStreamDecoder}.
 */
@NullMarked
package org.faasnetlab.invoke.eventstream;

import org.jspecify.annotations.NullMarked;
