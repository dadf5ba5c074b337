/**
 * Starts child processes and makes sure that none outlives the program.
 *
 * <p>Uses the JDK only. Start reading at {@link GuardedProcesses}.
 */
@NullMarked
package org.faasnetlab.testbed.local.process;

import org.jspecify.annotations.NullMarked;
