/**
 * The port behind which this computer and AWS differ: what a testbed is to a run.
 *
 * <p>Uses invoke, workload, protocol and measure. Start reading at {@link Testbed}.
 */
@NullMarked
package org.faasnetlab.testbed;

import org.jspecify.annotations.NullMarked;
