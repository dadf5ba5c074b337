/** Looks, before a testbed is set up, whether the account can have it and whether it will measure what it should. */
@NullMarked
package org.faasnetlab.testbed.aws.preflight;

import org.jspecify.annotations.NullMarked;
