/**
 * What the window remembers between starts: its size and theme, and the user's preferences.
 *
 * <p>Uses ui.common. Start reading at {@link WindowSettings}.
 */
@NullMarked
package org.faasnetlab.ui.preferences;

import org.jspecify.annotations.NullMarked;
