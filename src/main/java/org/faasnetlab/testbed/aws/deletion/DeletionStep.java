package org.faasnetlab.testbed.aws.deletion;

/** The steps of a deletion, in their order. They are repeated if the stack could not be deleted. */
public enum DeletionStep {
    /** First, because servers incur costs by the hour. */
    SERVERS("Terminate the servers"),
    /** Otherwise CloudFormation takes 20 to 45 minutes to delete a stack with functions in a VPC. */
    FUNCTIONS("Take the functions out of the VPC"),
    /** Waits for Lambda to release its network interfaces and deletes them. */
    INTERFACES("Remove the functions' network interfaces"),
    /** CloudFormation cannot delete a bucket that is not empty. */
    BUCKET("Empty the bucket"),
    /** CloudFormation deletes the stack's resources. */
    STACK("Delete the stack"),
    /** Resources that the stack left behind. */
    LEFTOVERS("Remove what the stack left"),
    /** Lists everything with the testbed's tag or name. */
    FINAL_SCAN("Look what is left");

    private final String label;

    DeletionStep(String label) {
        this.label = label;
    }

    /** Label for the user. */
    public String label() {
        return label;
    }
}
