/**
 * Experiment plans as YAML and JSON files, with their schema and precise errors.
 *
 * <p>Uses plan, plan.preset and workload. Start reading at {@link PlanFiles}.
 */
@NullMarked
package org.faasnetlab.plan.file;

import org.jspecify.annotations.NullMarked;
