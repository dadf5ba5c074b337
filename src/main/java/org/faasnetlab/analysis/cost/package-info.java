/**
 * Estimates what the transfers of a run cost on AWS, and how long its jobs took.
 *
 * <p>Uses testbed.aws.pricing for list prices, store and workload. Start reading at {@link CostModel}.
 */
@NullMarked
package org.faasnetlab.analysis.cost;

import org.jspecify.annotations.NullMarked;
