package org.faasnetlab.testbed.local.shaping;

import java.net.InetSocketAddress;

/**
 * The simulated link of one function.
 *
 * @param target destination of its connections
 * @param uplink from the function to the target
 * @param downlink from the target to the function
 */
record Link(int functionIndex, InetSocketAddress target, Shaper uplink, Shaper downlink) {}
