/**
 * What is measured, and under which conditions: cell, workload, link and host settings.
 *
 * <p>Uses protocol and measure. Start reading at {@link Cell}.
 */
@NullMarked
package org.faasnetlab.workload;

import org.jspecify.annotations.NullMarked;
