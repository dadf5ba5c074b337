/** Plans as files: YAML or JSON, read with errors that name the place, and written so that they read back the same. */
@NullMarked
package org.faasnetlab.experiment.file;

import org.jspecify.annotations.NullMarked;
