/**
 * What all commands share: terminal, tables, confirmation, interrupts, input errors.
 *
 * <p>Uses run, plan.preset, export, report and testbed.local.network. Start reading at {@link CliParts}.
 */
@NullMarked
package org.faasnetlab.cli.common;

import org.jspecify.annotations.NullMarked;
