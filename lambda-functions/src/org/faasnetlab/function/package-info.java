/** The code that runs inside a function: the loop around invocations and what one invocation does. */
@NullMarked
package org.faasnetlab.function;

import org.jspecify.annotations.NullMarked;
