/**
 * Simulated links: relays with token buckets for functions and hosts.
 *
 * <p>Uses workload and measure. Start reading at {@link TrialRelays}.
 */
@NullMarked
package org.faasnetlab.testbed.local.shaping;

import org.jspecify.annotations.NullMarked;
