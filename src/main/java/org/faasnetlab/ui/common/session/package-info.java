/**
 * The current run, the current testbed and their prices, shared by screens.
 *
 * <p>Uses run, testbed, ui.common, store and workload. Start reading at {@link TestbedSession}.
 */
@NullMarked
package org.faasnetlab.ui.common.session;

import org.jspecify.annotations.NullMarked;
