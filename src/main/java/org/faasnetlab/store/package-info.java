/** Where runs are kept. */
@NullMarked
package org.faasnetlab.store;

import org.jspecify.annotations.NullMarked;
