/** What setting up, measuring and taking away ask of AWS in the same way. */
@NullMarked
package org.faasnetlab.testbed.aws.calls;

import org.jspecify.annotations.NullMarked;
