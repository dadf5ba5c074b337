/**
 * The command that runs an experiment, with its progress and its options.
 *
 * <p>Uses cli.common, cli.plan, cli.runs, run, testbed, cli.aws, invoke, plan, store and workload. Start reading at
 * {@link RunCommand}.
 */
@NullMarked
package org.faasnetlab.cli.run;

import org.jspecify.annotations.NullMarked;
