/** The first screen: where the functions should run. */
@NullMarked
package org.faasnetlab.ui.welcome;

import org.jspecify.annotations.NullMarked;
