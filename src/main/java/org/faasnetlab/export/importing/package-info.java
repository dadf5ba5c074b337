/**
 * Reads archives of runs, tables of intervals and JSON of iperf3, and adds their runs to the store.
 *
 * <p>Uses export, store, workload, protocol and testbed. Start reading at {@link RunImporter}. {@link
 * CsvColumns} are those of imported tables; the columns that this program writes are in {@code CsvExport}.
 */
@NullMarked
package org.faasnetlab.export.importing;

import org.jspecify.annotations.NullMarked;
