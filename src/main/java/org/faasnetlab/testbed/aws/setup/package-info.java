/**
 * Setting a testbed up in the user's account, and finding those that are there. Every step follows from what AWS says, so
 * that a set-up can be continued after anything, and on another computer.
 */
@NullMarked
package org.faasnetlab.testbed.aws.setup;

import org.jspecify.annotations.NullMarked;
