/**
 * Credentials, profiles, Regions and clients of an AWS account, and AWS's errors as sentences.
 *
 * <p>Uses the AWS SDK and invoke. Start reading at {@link AwsAccount}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.account;

import org.jspecify.annotations.NullMarked;
