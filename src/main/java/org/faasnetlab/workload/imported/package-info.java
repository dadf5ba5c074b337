/**
 * Transfers that another program measured and that were imported: nothing is known of how they were made.
 *
 * <p>Uses workload and protocol. Start reading at {@link ImportedTransfer}.
 */
@NullMarked
package org.faasnetlab.workload.imported;

import org.jspecify.annotations.NullMarked;
