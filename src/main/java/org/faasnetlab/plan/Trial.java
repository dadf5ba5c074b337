package org.faasnetlab.plan;

import org.faasnetlab.workload.Cell;

/**
 * One measurement of one cell.
 *
 * @param index number in the run, from 0
 * @param repetition number of earlier measurements of the cell, from 0
 */
public record Trial(int index, int repetition, Cell cell) {}
