/** The window. */
@NullMarked
package org.faasnetlab.ui;

import org.jspecify.annotations.NullMarked;
