/**
 * An existing testbed as the port that a run measures on.
 *
 * <p>Uses stack, calls, account, testbed, invoke, protocol, testbed.aws.creation and workload. Start reading at
 * {@link AwsTestbed}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.measuring;

import org.jspecify.annotations.NullMarked;
