/**
 * What all screens share: texts, notices, background tasks, themes.
 *
 * <p>Uses JavaFX and the base package; no screen. Start reading at {@link Texts}.
 */
@NullMarked
package org.faasnetlab.ui.common;

import org.jspecify.annotations.NullMarked;
