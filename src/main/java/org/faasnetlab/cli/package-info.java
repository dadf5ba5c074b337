/**
 * The command line: root command, exit codes and the report of errors.
 *
 * <p>Uses its subpackages, which group the commands by what they act on. Start reading at {@link Cli}.
 */
@NullMarked
package org.faasnetlab.cli;

import org.jspecify.annotations.NullMarked;
