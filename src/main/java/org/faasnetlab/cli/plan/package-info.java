/**
 * Commands on presets and plan files.
 *
 * <p>Uses cli.common, plan and run. Start reading at {@link PlanCommand}.
 */
@NullMarked
package org.faasnetlab.cli.plan;

import org.jspecify.annotations.NullMarked;
