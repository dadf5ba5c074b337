/**
 * The interface between runs and testbeds, implemented for this computer and for AWS.
 *
 * <p>Uses invoke, workload, protocol and measure. Start reading at {@link Testbed}.
 */
@NullMarked
package org.faasnetlab.testbed;

import org.jspecify.annotations.NullMarked;
