/** What app and function say to each other, and its JSON. */
@NullMarked
package org.faasnetlab.protocol;

import org.jspecify.annotations.NullMarked;
