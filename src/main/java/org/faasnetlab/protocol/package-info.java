/**
 * The protocol between app and function: the request with its task, and the records of the response.
 *
 * <p>Uses measure and jackson-core; it is part of the function's code. Start reading at {@link FunctionRecord}:
 * an interval is a {@link FunctionRecord.Measured}.
 */
@NullMarked
package org.faasnetlab.protocol;

import org.jspecify.annotations.NullMarked;
