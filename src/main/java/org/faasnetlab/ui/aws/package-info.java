/** Testbeds on AWS: their wizard, their list, and how one is made and taken away. */
@NullMarked
package org.faasnetlab.ui.aws;

import org.jspecify.annotations.NullMarked;
