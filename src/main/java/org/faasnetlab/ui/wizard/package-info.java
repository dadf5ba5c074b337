/** The components of both wizards: steps, pages, field checks, topology. */
@NullMarked
package org.faasnetlab.ui.wizard;

import org.jspecify.annotations.NullMarked;
