/**
 * What happens during a run, as events. {@code RunEventDispatcher} in run.trial folds each of them into the run's
 * progress, which the live screen or the command line follows, and then sends it to the recorder, which stores what it
 * changed.
 *
 * <p>Uses plan, protocol, store and testbed. Start reading at {@link RunEvent}.
 */
@NullMarked
package org.faasnetlab.run.event;

import org.jspecify.annotations.NullMarked;
