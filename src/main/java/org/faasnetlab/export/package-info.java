/**
 * Writes runs to files: CSV, JSON, chart data and archives.
 *
 * <p>Uses report, chart, analysis, store, plan and workload. Start reading at {@link RunExporter}; the columns of the
 * CSV tables are in {@link CsvExport}.
 */
@NullMarked
package org.faasnetlab.export;

import org.jspecify.annotations.NullMarked;
