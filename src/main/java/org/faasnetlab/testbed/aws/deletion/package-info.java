/**
 * Deletes a testbed and scans for leftovers.
 *
 * <p>Uses stack, calls and account. Start reading at {@link TestbedDeletion}.
 */
@NullMarked
package org.faasnetlab.testbed.aws.deletion;

import org.jspecify.annotations.NullMarked;
