/** The same work without a window. */
@NullMarked
package org.faasnetlab.cli;

import org.jspecify.annotations.NullMarked;
