/**
 * The IAM policy that a user needs, its review, and its simulation.
 *
 * <p>Uses stack, calls and protocol. Start reading at {@link UserPolicy}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.policy;

import org.jspecify.annotations.NullMarked;
