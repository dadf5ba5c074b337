/**
 * The command line: root command, and the report of errors with their exit codes.
 *
 * <p>Uses run, and its own subpackages, which group the commands by what they act on. Start reading at {@link Cli}.
 */
@NullMarked
package org.faasnetlab.cli;

import org.jspecify.annotations.NullMarked;
