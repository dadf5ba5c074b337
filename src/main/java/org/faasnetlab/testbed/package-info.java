/** Where functions run: the port that this computer and AWS implement. */
@NullMarked
package org.faasnetlab.testbed;

import org.jspecify.annotations.NullMarked;
