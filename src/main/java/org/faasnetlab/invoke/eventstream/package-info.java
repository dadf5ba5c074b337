/**
 * The frames of {@code application/vnd.amazon.eventstream}, which InvokeWithResponseStream answers with: read with little
 * memory for each stream, and written for the Lambda service on this computer.
 *
 * <p>Uses protocol and the SDK's {@code Message}. Start reading at {@link EventStreamDecoder}.
 */
@NullMarked
package org.faasnetlab.invoke.eventstream;

import org.jspecify.annotations.NullMarked;
