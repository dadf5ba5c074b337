/**
 * The user guide as a page that opens without a network.
 *
 * <p>Uses export to write the page. Start reading at {@link UserGuide}.
 */
@NullMarked
package org.faasnetlab.ui.guide;

import org.jspecify.annotations.NullMarked;
