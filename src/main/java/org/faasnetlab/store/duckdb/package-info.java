/**
 * The run store in a DuckDB file.
 *
 * <p>Uses store. Start reading at {@link DuckDbRunStore}.
 */
@NullMarked
package org.faasnetlab.store.duckdb;

import org.jspecify.annotations.NullMarked;
