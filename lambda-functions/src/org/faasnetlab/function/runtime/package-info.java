/** The AWS Lambda Runtime API: the next event, the streamed answer, errors. */
@NullMarked
package org.faasnetlab.function.runtime;

import org.jspecify.annotations.NullMarked;
