/**
 * Controls that several screens share.
 *
 * <p>Uses JavaFX and ui.common. Start reading at {@link FieldBox}.
 */
@NullMarked
package org.faasnetlab.ui.common.control;

import org.jspecify.annotations.NullMarked;
