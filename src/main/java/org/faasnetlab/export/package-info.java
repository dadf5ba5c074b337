/** CSV, JSON and PNG of a run. */
@NullMarked
package org.faasnetlab.export;

import org.jspecify.annotations.NullMarked;
