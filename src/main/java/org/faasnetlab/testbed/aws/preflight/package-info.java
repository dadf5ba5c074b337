/**
 * Checks before creation whether an account can have the testbed.
 *
 * <p>Uses policy, stack, calls and account. Start reading at {@link Preflight}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.preflight;

import org.jspecify.annotations.NullMarked;
