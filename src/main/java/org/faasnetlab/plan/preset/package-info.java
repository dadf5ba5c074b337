/**
 * Predefined experiments.
 *
 * <p>Uses plan, store, testbed and workload. Start reading at {@link Presets}.
 */
@NullMarked
package org.faasnetlab.plan.preset;

import org.jspecify.annotations.NullMarked;
