/**
 * What all commands share: terminal, tables, confirmation, interrupts, input errors.
 *
 * <p>Uses run, plan.preset, export and report. Start reading at {@link CliParts}.
 */
@NullMarked
package org.faasnetlab.cli.common;

import org.jspecify.annotations.NullMarked;
