/**
 * What happens during a run, as events. {@code RunEventDispatcher} sends each of them to the recorder, which stores
 * it, and to the listener of the run, which is the live screen or the command line's progress.
 *
 * <p>Uses plan, protocol and store. Start reading at {@link RunEvent}.
 */
@NullMarked
package org.faasnetlab.run.event;

import org.jspecify.annotations.NullMarked;
