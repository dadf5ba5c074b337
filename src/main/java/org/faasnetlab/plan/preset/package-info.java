/**
 * Predefined experiments.
 *
 * <p>Uses plan. Start reading at {@link Presets}.
 */
@NullMarked
package org.faasnetlab.plan.preset;

import org.jspecify.annotations.NullMarked;
