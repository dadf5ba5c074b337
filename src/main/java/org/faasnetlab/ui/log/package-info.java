/** The log, in the window. */
@NullMarked
package org.faasnetlab.ui.log;

import org.jspecify.annotations.NullMarked;
