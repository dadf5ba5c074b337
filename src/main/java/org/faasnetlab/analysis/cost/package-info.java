/**
 * Estimates what the transfers of a run cost on AWS, and how long its jobs took.
 *
 * <p>Uses analysis.published for the bundled prices, store and measure. Start reading at {@link CostModel}.
 */
@NullMarked
package org.faasnetlab.analysis.cost;

import org.jspecify.annotations.NullMarked;
