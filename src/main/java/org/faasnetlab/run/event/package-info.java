/**
 * What happens during a run, as events for recorder, live screen and progress.
 *
 * <p>Uses plan, protocol and store. Start reading at {@link RunEvent}.
 */
@NullMarked
package org.faasnetlab.run.event;

import org.jspecify.annotations.NullMarked;
