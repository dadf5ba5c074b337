/** The code that runs inside a function. */
@NullMarked
package org.faasnetlab.function;

import org.jspecify.annotations.NullMarked;
