package org.faasnetlab.ui.aws.setup;

import org.faasnetlab.ui.wizard.TopologyShapes.Part;

/**
 * Texts of the topology picture. Parts whose step was not visited are dimmed.
 *
 * @param around text above the VPC's frame
 * @param subnet text inside the frame
 * @param iperf3Link text between servers and functions
 * @param s3Link text between functions and bucket
 * @param outside the function outside the VPC; not drawn if its title is empty
 */
record AwsTopology(
        String around,
        String subnet,
        boolean networkChosen,
        Part servers,
        Part functions,
        Part bucket,
        String iperf3Link,
        String s3Link,
        Part outside) {}
