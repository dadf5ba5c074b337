/**
 * Commands on saved runs: list, show, compare, export, import, label, delete.
 *
 * <p>Uses cli.common, analysis, chart, report, export, store, run and workload. Start reading at {@link ShowCommand}.
 */
@NullMarked
package org.faasnetlab.cli.runs;

import org.jspecify.annotations.NullMarked;
