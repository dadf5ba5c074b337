/**
 * A Lambda service on loopback: the paths of the Lambda API that invoke a function, the Runtime API that function
 * processes speak, and the processes themselves.
 */
@NullMarked
package org.faasnetlab.testbed.local.lambda;

import org.jspecify.annotations.NullMarked;
