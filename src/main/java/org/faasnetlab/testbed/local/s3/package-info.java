/**
 * S3Proxy as a process, its storage and its meters.
 *
 * <p>Uses testbed.local.process, invoke, testbed and testbed.local.network. Start reading at {@link S3Server}.
 */
@NullMarked
package org.faasnetlab.testbed.local.s3;

import org.jspecify.annotations.NullMarked;
