package org.faasnetlab.testbed.aws.deletion;

/** The parts of a teardown, in their order. They are gone through again if the stack could not be deleted. */
public enum DeletionStep {
    /** Servers are terminated first: they are what costs by the hour. */
    SERVERS("Terminate servers"),
    /** Functions leave the VPC, because a stack with functions in a VPC takes 20 to 45 minutes to be deleted. */
    FUNCTIONS("Detach functions from the VPC"),
    /** Lambda's network interfaces are awaited and deleted. */
    INTERFACES("Delete network interfaces of functions"),
    /** A bucket with anything in it cannot be deleted. */
    BUCKET("Empty bucket"),
    /** CloudFormation deletes all that the stack made. */
    STACK("Delete stack"),
    /** What the stack did not take along. */
    LEFTOVERS("Delete leftover resources"),
    /** AWS is asked for everything that bears the testbed's tag or name. */
    LAST_LOOK("Scan for leftover resources");

    private final String label;

    DeletionStep(String label) {
        this.label = label;
    }

    /** What is done, for the user. */
    public String label() {
        return label;
    }
}
