package org.faasnetlab.chart.timeline;

import org.faasnetlab.chart.data.Curve;

/**
 * The line of one function.
 *
 * @param functionIndex number of the function in its trial, from 0
 */
public record FunctionCurve(int functionIndex, Curve curve) {}
