/**
 * The testbed on this computer: real iperf3, real function processes, a real S3 API.
 *
 * <p>Uses testbed, invoke, protocol, workload, and its own subpackages except lambda. Start reading at {@link LocalTestbed}.
 */
@NullMarked
package org.faasnetlab.testbed.local;

import org.jspecify.annotations.NullMarked;
