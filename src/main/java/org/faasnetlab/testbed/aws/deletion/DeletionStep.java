package org.faasnetlab.testbed.aws.deletion;

/** The parts of a teardown, in their order. They are gone through again if the stack could not be deleted. */
public enum DeletionStep {
    /** Servers are terminated first: they are what costs by the hour. */
    SERVERS("Terminate the servers"),
    /** Functions leave the VPC, because a stack with functions in a VPC takes 20 to 45 minutes to be deleted. */
    FUNCTIONS("Take the functions out of the VPC"),
    /** Lambda's network interfaces are awaited and deleted. */
    INTERFACES("Remove the functions' network interfaces"),
    /** A bucket with anything in it cannot be deleted. */
    BUCKET("Empty the bucket"),
    /** CloudFormation deletes all that the stack made. */
    STACK("Delete the stack"),
    /** What the stack did not take along. */
    LEFTOVERS("Remove what the stack left"),
    /** AWS is asked for everything that bears the testbed's tag or name. */
    LAST_LOOK("Look what is left");

    private final String label;

    DeletionStep(String label) {
        this.label = label;
    }

    /** What is done, for the user. */
    public String label() {
        return label;
    }
}
