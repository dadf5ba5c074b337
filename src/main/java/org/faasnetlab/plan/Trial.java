package org.faasnetlab.plan;

import org.faasnetlab.workload.Cell;

/**
 * One measurement of one cell.
 *
 * @param index number in the run, from 0
 * @param repetition how often the cell was measured before, from 0
 */
public record Trial(int index, int repetition, Cell cell) {}
