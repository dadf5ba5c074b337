/** Runs that are over. */
@NullMarked
package org.faasnetlab.ui.results;

import org.jspecify.annotations.NullMarked;
