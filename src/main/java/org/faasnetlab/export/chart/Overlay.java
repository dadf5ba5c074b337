package org.faasnetlab.export.chart;

/**
 * A published result to draw over a chart.
 *
 * @param name what it is, with its source and year
 * @param curve in the units of the chart's axes
 */
public record Overlay(String name, Curve curve) {}
