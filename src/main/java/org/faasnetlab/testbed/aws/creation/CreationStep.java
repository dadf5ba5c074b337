package org.faasnetlab.testbed.aws.creation;

/** The parts of a set-up, in the order in which they end. */
public enum CreationStep {
    /** Network, bucket and servers stand, and every server has said that it is ready. */
    SERVERS,
    /** The functions' code is in the bucket; done while the servers start. */
    CODE,
    /** The functions exist. */
    FUNCTIONS,
    /** Every wanted memory size is a published version, and active. */
    MEMORY_SIZES,
    /** Every one of them has answered. */
    PROBE
}
