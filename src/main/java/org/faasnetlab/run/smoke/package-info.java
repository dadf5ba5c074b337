/**
 * The smoke test of the AWS testbed: creates a small testbed in an account, measures once with each workload and direction,
 * deletes it, and reports what happened without secrets and IDs.
 *
 * <p>Uses run, plan, analysis.stats, invoke.observe, run.progress, store, testbed and workload. Start reading at
 * {@link org.faasnetlab.run.smoke.SmokeTest}.
 */
@NullMarked
package org.faasnetlab.run.smoke;

import org.jspecify.annotations.NullMarked;
