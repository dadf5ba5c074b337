/** Choosing and starting an experiment. */
@NullMarked
package org.faasnetlab.ui.experiment;

import org.jspecify.annotations.NullMarked;
