/**
 * Writes runs to files: CSV, JSON, chart data and archives.
 *
 * <p>Uses report, chart, analysis and store. Start reading at {@link RunExporter}.
 */
@NullMarked
package org.faasnetlab.export;

import org.jspecify.annotations.NullMarked;
