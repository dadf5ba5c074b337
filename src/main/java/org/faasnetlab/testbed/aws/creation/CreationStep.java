package org.faasnetlab.testbed.aws.creation;

/** The steps of a creation, in the order in which they are completed. */
public enum CreationStep {
    /** Network, bucket and servers exist, and every server has signalled that it is ready. */
    SERVERS,
    /** The functions' code is in the bucket; uploaded while the servers start. */
    CODE,
    /** The functions exist. */
    FUNCTIONS,
    /** For every requested memory size there is an active published version. */
    MEMORY_SIZES,
    /** Every version has responded. */
    PROBE
}
