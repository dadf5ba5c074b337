/**
 * List prices of servers, and the cost of a testbed so far and per hour.
 *
 * <p>Uses stack, account and workload. Start reading at {@link TestbedCost}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.pricing;

import org.jspecify.annotations.NullMarked;
