/** What every task of a function shares: its clock, its start at T0, its stop and its failures. */
@NullMarked
package org.faasnetlab.function.task;

import org.jspecify.annotations.NullMarked;
