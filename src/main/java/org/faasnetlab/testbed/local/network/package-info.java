/**
 * A virtual network of Linux network namespaces, with the kernel's own queues before each link.
 *
 * <p>Uses testbed.local.process, testbed.local.shaping and workload. Start reading at {@link KernelNetwork}.
 */
@NullMarked
package org.faasnetlab.testbed.local.network;

import org.jspecify.annotations.NullMarked;
