/**
 * Creates a testbed step by step, resumable after any interruption.
 *
 * <p>Uses deletion, policy, pricing, stack, calls, account, invoke and protocol. Start reading at {@link
 * TestbedCreation}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.creation;

import org.jspecify.annotations.NullMarked;
