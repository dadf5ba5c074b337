/**
 * The screen on which an experiment is chosen, changed and started.
 *
 * <p>Uses plan, run and ui.common. Start reading at {@link ExperimentViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.experiment;

import org.jspecify.annotations.NullMarked;
