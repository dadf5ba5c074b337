/** Plans, trials and the runner. */
@NullMarked
package org.faasnetlab.experiment;

import org.jspecify.annotations.NullMarked;
