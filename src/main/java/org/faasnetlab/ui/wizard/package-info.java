/**
 * The components of both wizards: steps, pages, field checks, topology.
 *
 * <p>Uses ui.common and ui.common.control. Start reading at {@link Wizard}.
 */
@NullMarked
package org.faasnetlab.ui.wizard;

import org.jspecify.annotations.NullMarked;
