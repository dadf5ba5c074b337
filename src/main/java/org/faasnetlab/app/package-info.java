/**
 * Launcher and composition root: everything is wired here, by constructors.
 *
 * <p>Uses every other package. Start reading at {@link Wiring}.
 */
@NullMarked
package org.faasnetlab.app;

import org.jspecify.annotations.NullMarked;
