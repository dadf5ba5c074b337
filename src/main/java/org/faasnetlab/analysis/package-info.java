/** What the measured intervals say: common window, statistics, verdict. */
@NullMarked
package org.faasnetlab.analysis;

import org.jspecify.annotations.NullMarked;
