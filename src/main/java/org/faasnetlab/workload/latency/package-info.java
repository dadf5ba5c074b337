/**
 * Latency: probes beside the transfers of other workloads, and the workload that has nothing but probes.
 *
 * <p>Uses workload, protocol and measure. Start reading at {@link ProbeMetrics}; {@link ProbeSetting} is the setting of all
 * workloads that can have probes.
 */
@NullMarked
package org.faasnetlab.workload.latency;

import org.jspecify.annotations.NullMarked;
