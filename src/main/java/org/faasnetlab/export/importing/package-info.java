/**
 * Reads archives of runs and adds them to the store.
 *
 * <p>Uses export and store. Start reading at {@link ArchiveImport}.
 */
@NullMarked
package org.faasnetlab.export.importing;

import org.jspecify.annotations.NullMarked;
