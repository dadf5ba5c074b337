/**
 * The CloudFormation stack of a testbed: template, parameters, settings, outputs, catalogue.
 *
 * <p>Uses calls and account. Start reading at {@link TestbedStack}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.stack;

import org.jspecify.annotations.NullMarked;
