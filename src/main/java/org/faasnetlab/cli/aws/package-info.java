/**
 * Commands that create, list, check and delete testbeds on AWS.
 *
 * <p>Uses cli.common, run, testbed.aws, export and workload. Start reading at {@link AwsCommand}.
 */
@NullMarked
package org.faasnetlab.cli.aws;

import org.jspecify.annotations.NullMarked;
