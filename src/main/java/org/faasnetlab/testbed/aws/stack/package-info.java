/**
 * The CloudFormation stack of a testbed: parameters, settings, outputs, catalogue. Its resources, such as security
 * groups with their ports, are in {@code template.yaml}, a resource of this package.
 *
 * <p>Uses calls, account and workload. Start reading at {@link TestbedStack}, for the template at {@link
 * TestbedTemplate}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.stack;

import org.jspecify.annotations.NullMarked;
