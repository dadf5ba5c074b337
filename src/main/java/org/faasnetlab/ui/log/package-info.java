/**
 * The screen that shows the log.
 *
 * <p>Uses Logback and ui.common. Start reading at {@link LogViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.log;

import org.jspecify.annotations.NullMarked;
