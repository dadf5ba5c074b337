/** Charts in the window. */
@NullMarked
package org.faasnetlab.ui.chart;

import org.jspecify.annotations.NullMarked;
