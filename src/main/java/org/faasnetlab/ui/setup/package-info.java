/**
 * The wizard that creates the testbed on this computer.
 *
 * <p>Uses ui.wizard, ui.common and testbed.local. Start reading at {@link LocalSetupViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.setup;

import org.jspecify.annotations.NullMarked;
