/**
 * What is measured, and under which conditions: cell, workload, link and host settings.
 *
 * <p>A workload is open to new types: {@link WorkloadType} and {@link Workload} cover all differences, and {@link
 * Workloads} lists the types.
 *
 * <p>Uses protocol, measure, workload.capacity, workload.imported, workload.iperf3, workload.latency, workload.s3 and
 * workload.udp. Start reading at {@link Cell}. {@link SettingValues} checks the values of settings, and
 * throws {@link InvalidValueException} with the reason; plan turns it into the message.
 */
@NullMarked
package org.faasnetlab.workload;

import org.jspecify.annotations.NullMarked;
