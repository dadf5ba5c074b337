/** Takes a testbed out of the user's AWS account and looks that nothing of it is left. */
@NullMarked
package org.faasnetlab.testbed.aws.teardown;

import org.jspecify.annotations.NullMarked;
