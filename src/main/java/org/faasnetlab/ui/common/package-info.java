/** What all screens share. */
@NullMarked
package org.faasnetlab.ui.common;

import org.jspecify.annotations.NullMarked;
