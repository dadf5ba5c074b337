/** How servers of this computer are started; below all that start some. */
@NullMarked
package org.faasnetlab.testbed.local.launch;

import org.jspecify.annotations.NullMarked;
