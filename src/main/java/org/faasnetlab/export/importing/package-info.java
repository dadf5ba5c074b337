/**
 * Reads archives of runs, tables of intervals and JSON of iperf3, and adds their runs to the store.
 *
 * <p>Uses export, store and workload. Start reading at {@link RunImporter}.
 */
@NullMarked
package org.faasnetlab.export.importing;

import org.jspecify.annotations.NullMarked;
