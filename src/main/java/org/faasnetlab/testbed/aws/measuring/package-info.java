/**
 * An existing testbed as the port that a run measures on.
 *
 * <p>Uses stack, calls, account, testbed and invoke. Start reading at {@link AwsTestbed}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.measuring;

import org.jspecify.annotations.NullMarked;
