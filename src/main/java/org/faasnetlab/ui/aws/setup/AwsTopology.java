package org.faasnetlab.ui.aws.setup;

import org.faasnetlab.ui.wizard.TopologyShapes.Part;

/**
 * The testbed as it is drawn. A part that was not come to yet is drawn faintly.
 *
 * @param around words above the VPC's frame
 * @param subnet words inside it
 * @param iperf3Link words between servers and functions
 * @param s3Link words between functions and bucket
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
