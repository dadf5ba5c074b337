/**
 * Latency of a trial with probes: round-trip times of all functions without and under load, and what they mean.
 *
 * <p>Uses store, workload, protocol and analysis.stats. Start reading at {@link LatencySummary}.
 */
@NullMarked
package org.faasnetlab.analysis.latency;

import org.jspecify.annotations.NullMarked;
