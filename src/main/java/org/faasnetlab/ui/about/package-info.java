/**
 * What the program consists of: its version, and the libraries that come with it.
 *
 * <p>Uses ui.common. Start reading at {@link AboutPane}.
 */
@NullMarked
package org.faasnetlab.ui.about;

import org.jspecify.annotations.NullMarked;
