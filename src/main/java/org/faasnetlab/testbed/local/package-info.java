/** The testbed on this computer: a Lambda service, iperf3 servers, an S3 server and links. */
@NullMarked
package org.faasnetlab.testbed.local;

import org.jspecify.annotations.NullMarked;
