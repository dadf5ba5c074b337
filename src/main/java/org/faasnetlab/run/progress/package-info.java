/**
 * The progress of a run, folded from its events.
 *
 * <p>Uses run.event, plan and format. Start reading at {@link RunProgress}.
 */
@NullMarked
package org.faasnetlab.run.progress;

import org.jspecify.annotations.NullMarked;
