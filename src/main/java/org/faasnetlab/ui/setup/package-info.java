/**
 * The wizard that creates the testbed on this computer.
 *
 * <p>Uses ui.wizard, ui.common, testbed and workload. Start reading at {@link LocalSetupViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.setup;

import org.jspecify.annotations.NullMarked;
