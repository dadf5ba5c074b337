/**
 * The run store in a DuckDB file. Saving only queues a change: a writer thread commits them in batches.
 *
 * <p>Uses store, protocol, testbed and workload. Start reading at {@link DuckDbRunStore}; rows reach the database in
 * {@link BatchWriter}, and are read by {@link RunQueries}.
 */
@NullMarked
package org.faasnetlab.store.duckdb;

import org.jspecify.annotations.NullMarked;
