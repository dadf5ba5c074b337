/**
 * What is measured, and under which conditions: cell, workload, link and host settings.
 *
 * <p>A workload is open to new types: {@link WorkloadType} and {@link Workload} cover all differences, and {@link
 * Workloads} lists the types.
 *
 * <p>Uses protocol and measure. Start reading at {@link Cell}.
 */
@NullMarked
package org.faasnetlab.workload;

import org.jspecify.annotations.NullMarked;
