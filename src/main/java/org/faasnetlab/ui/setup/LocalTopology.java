package org.faasnetlab.ui.setup;

import org.faasnetlab.ui.wizard.TopologyShapes.Part;

/**
 * The testbed as it is drawn. A part whose step was not visited yet is drawn faintly.
 *
 * @param link words on the link between a function and a server
 * @param hosts simulated hosts, at least 1
 * @param hostLink words on a host's link, or empty if it has none of its own
 */
record LocalTopology(
        Part servers, Part functions, Part storage, boolean linkChosen, String link, int hosts, String hostLink) {}
