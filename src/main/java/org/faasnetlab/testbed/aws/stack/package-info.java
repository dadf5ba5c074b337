/**
 * The CloudFormation stack of a testbed: parameters, settings, outputs, catalogue. Its resources, such as security
 * groups with their ports, are in {@code template.yaml}, a resource of this package.
 *
 * <p>Uses calls, account and workload. Start reading at {@link TestbedStack}, for the template at {@link
 * TestbedTemplate}. {@link StackParameters} gives the template its ports; {@link SettingsValidator} checks the settings of a
 * testbed, which are not those of a plan.
 */
@NullMarked
package org.faasnetlab.testbed.aws.stack;

import org.jspecify.annotations.NullMarked;
