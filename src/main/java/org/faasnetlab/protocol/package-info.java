/**
 * What application and function say to each other: the request with its task, the records of the answer.
 *
 * <p>Uses measure and jackson-core; it is part of the function's code. Start reading at {@link FunctionRecord}.
 */
@NullMarked
package org.faasnetlab.protocol;

import org.jspecify.annotations.NullMarked;
