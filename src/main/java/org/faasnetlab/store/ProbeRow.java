package org.faasnetlab.store;

import org.faasnetlab.protocol.ProbeHistograms;

/**
 * A stored row with the round-trip times of the latency probes of one function in one trial.
 *
 * @param trial index of the trial in the run
 * @param functionIndex index in the trial, from 0
 */
public record ProbeRow(int trial, int functionIndex, ProbeHistograms histograms) {}
