/**
 * The window: frame, navigation, shortcuts, closing.
 *
 * <p>Uses every screen. Start reading at {@link FaasNetLabWindow}.
 */
@NullMarked
package org.faasnetlab.ui.shell;

import org.jspecify.annotations.NullMarked;
