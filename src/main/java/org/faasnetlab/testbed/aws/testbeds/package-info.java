/** All that window and command line do with testbeds on AWS, behind one door. */
@NullMarked
package org.faasnetlab.testbed.aws.testbeds;

import org.jspecify.annotations.NullMarked;
