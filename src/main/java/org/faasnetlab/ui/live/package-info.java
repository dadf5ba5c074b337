/** Watching a run. */
@NullMarked
package org.faasnetlab.ui.live;

import org.jspecify.annotations.NullMarked;
