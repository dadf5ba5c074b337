/**
 * The screen of saved runs: list, verdict, tables, charts.
 *
 * <p>Uses ui.results.run, ui.results.export, ui.compare, ui.chart, ui.common, analysis, chart, export, plan, report,
 * run, store, testbed and workload. Start reading at {@link ResultsViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.results;

import org.jspecify.annotations.NullMarked;
