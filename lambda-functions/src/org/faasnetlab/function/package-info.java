/**
 * The code that runs inside a function: the loop around invocations, and what one invocation does.
 *
 * <p>Uses protocol and measure, the JDK and jackson-core only: all of it travels in the function's zip. Start
 * reading at {@link FunctionMain}.
 */
@NullMarked
package org.faasnetlab.function;

import org.jspecify.annotations.NullMarked;
