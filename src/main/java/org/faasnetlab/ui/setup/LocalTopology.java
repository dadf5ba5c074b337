package org.faasnetlab.ui.setup;

import org.faasnetlab.ui.wizard.TopologyShapes.Part;

/**
 * The testbed as it is drawn. A part is dimmed until its step was visited.
 *
 * @param link label of the link between a function and a server
 * @param hosts simulated hosts, at least 1
 * @param hostLink label of a host's link, or empty if it has none
 */
record LocalTopology(
        Part servers, Part functions, Part storage, boolean linkChosen, String link, int hosts, String hostLink) {}
