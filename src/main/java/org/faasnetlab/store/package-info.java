/**
 * The run store: rows of runs, trials, functions, intervals and evidence, and the interfaces that read and write
 * them.
 *
 * <p>Uses testbed, workload, protocol and measure. Start reading at {@link RunStore}.
 */
@NullMarked
package org.faasnetlab.store;

import org.jspecify.annotations.NullMarked;
