package org.faasnetlab.testbed.aws.creation;

import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.protocol.FunctionRecord;

/**
 * A function that has answered.
 *
 * @param function the version with its memory size
 * @param ready what it said of itself
 * @param streamed whether its answer came as a stream
 */
public record ProbedFunction(FunctionRef function, FunctionRecord.Ready ready, boolean streamed) {}
