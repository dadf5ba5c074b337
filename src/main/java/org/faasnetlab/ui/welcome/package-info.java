/**
 * The first screen: testbeds and recent runs.
 *
 * <p>Uses ui.aws, ui.common, store, analysis, run and testbed. Start reading at {@link WelcomeViewModel}.
 */
@NullMarked
package org.faasnetlab.ui.welcome;

import org.jspecify.annotations.NullMarked;
