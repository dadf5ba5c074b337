/**
 * Writes a run to the store as it proceeds.
 *
 * <p>Uses run.event, plan, testbed and store. Start reading at {@link RunRecorder}.
 */
@NullMarked
package org.faasnetlab.run.record;

import org.jspecify.annotations.NullMarked;
