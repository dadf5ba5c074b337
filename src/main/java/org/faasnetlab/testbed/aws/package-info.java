/**
 * Entry to testbeds on AWS for window and command line: accounts, and what can be done with their testbeds.
 *
 * <p>Uses its subpackages, invoke and testbed. Start reading at {@link AwsTestbeds}.
 */
@NullMarked
package org.faasnetlab.testbed.aws;

import org.jspecify.annotations.NullMarked;
