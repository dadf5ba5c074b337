/**
 * What all commands share: terminal, tables, confirmation, interrupts, input errors.
 *
 * <p>Uses format, run and store. Start reading at {@link CliParts}.
 */
@NullMarked
package org.faasnetlab.cli.common;

import org.jspecify.annotations.NullMarked;
