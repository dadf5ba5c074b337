package org.faasnetlab.chart.timeline;

import org.faasnetlab.measure.Bandwidth;

/**
 * A mean over a part of the time, to mark in a chart.
 *
 * @param startSecond seconds after T0
 * @param endSecond seconds after T0
 */
public record MeanMark(double startSecond, double endSecond, Bandwidth mean) {}
