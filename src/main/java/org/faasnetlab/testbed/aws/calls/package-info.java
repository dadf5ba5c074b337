/**
 * Calls to AWS that several steps share: retries, polling, single invocations, memory versions, stack events.
 *
 * <p>Uses testbed.aws.account, invoke and protocol. Start reading at {@link RetryPolicy}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.calls;

import org.jspecify.annotations.NullMarked;
