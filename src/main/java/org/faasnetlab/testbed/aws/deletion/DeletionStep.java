package org.faasnetlab.testbed.aws.deletion;

/** The steps of a deletion, in their order. They are repeated if the stack could not be deleted. */
public enum DeletionStep {
    /** First, because servers incur costs by the hour. */
    SERVERS("Terminate servers"),
    /** Otherwise CloudFormation takes 20 to 45 minutes to delete a stack with functions in a VPC. */
    FUNCTIONS("Detach functions from the VPC"),
    /** Waits for Lambda to release its network interfaces and deletes them. */
    INTERFACES("Delete network interfaces of functions"),
    /** CloudFormation cannot delete a bucket that is not empty. */
    BUCKET("Empty bucket"),
    /** CloudFormation deletes the stack's resources. */
    STACK("Delete stack"),
    /** Resources that the stack left behind. */
    LEFTOVERS("Delete leftover resources"),
    /** Lists everything with the testbed's tag or name. */
    FINAL_SCAN("Scan for leftover resources");

    private final String label;

    DeletionStep(String label) {
        this.label = label;
    }

    /** Label for the user. */
    public String label() {
        return label;
    }
}
