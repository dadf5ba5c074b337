/** The charts that window and exported pictures share; drawn with Java2D, free of any toolkit. */
@NullMarked
package org.faasnetlab.export.chart;

import org.jspecify.annotations.NullMarked;
