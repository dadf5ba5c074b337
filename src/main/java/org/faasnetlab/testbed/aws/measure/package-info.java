/** Measuring on AWS: a testbed that stands, as the port that experiments run on. */
@NullMarked
package org.faasnetlab.testbed.aws.measure;

import org.jspecify.annotations.NullMarked;
