/** The wizard that sets a testbed up. */
@NullMarked
package org.faasnetlab.ui.setup;

import org.jspecify.annotations.NullMarked;
