/**
 * The code that runs inside a function: the invocation loop and the handling of one invocation, whose records it
 * writes to the response as lines of JSON.
 *
 * <p>Uses its subpackages, protocol and measure, the JDK and jackson-core only: all of it is part of the function's zip. Start
 * reading at {@link FunctionMain}; {@link RecordWriter} writes the records.
 */
@NullMarked
package org.faasnetlab.function;

import org.jspecify.annotations.NullMarked;
