/**
 * What the window remembers between starts: its size and theme, and the user's preferences.
 *
 * <p>Uses ui.common, export and ui.chart. Start reading at {@link WindowSettings}.
 */
@NullMarked
package org.faasnetlab.ui.preferences;

import org.jspecify.annotations.NullMarked;
