/** The words of the field: bandwidth, size, direction, interval. */
@NullMarked
package org.faasnetlab.measure;

import org.jspecify.annotations.NullMarked;
