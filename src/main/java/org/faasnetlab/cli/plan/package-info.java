/**
 * Commands on presets and plan files.
 *
 * <p>Uses cli.common, plan, run, cli.runs, export, testbed and workload. Start reading at {@link PlanCommand}.
 */
@NullMarked
package org.faasnetlab.cli.plan;

import org.jspecify.annotations.NullMarked;
