/** Starting and ending processes so that none outlives the program. */
@NullMarked
package org.faasnetlab.testbed.local.process;

import org.jspecify.annotations.NullMarked;
