/**
 * Commands that create, list, check and delete testbeds on AWS.
 *
 * <p>Uses cli.common, run and testbed.aws. Start reading at {@link AwsCommand}.
 */
@NullMarked
package org.faasnetlab.cli.aws;

import org.jspecify.annotations.NullMarked;
