/**
 * The first screen: testbeds and recent runs.
 *
 * <p>Uses ui.aws, ui.common and store. Start reading at {@link WelcomeViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.welcome;

import org.jspecify.annotations.NullMarked;
