/**
 * Published measurements of other authors, with their sources, for comparison with a run.
 *
 * <p>Uses measure. Start reading at {@link PublishedResults}.
 */
@NullMarked
package org.faasnetlab.analysis.published;

import org.jspecify.annotations.NullMarked;
