/** The wizard that creates the testbed on this computer. */
@NullMarked
package org.faasnetlab.ui.setup;

import org.jspecify.annotations.NullMarked;
