package org.faasnetlab.testbed.aws.deletion;

import java.util.List;

/**
 * What the last look found.
 *
 * @param stackName the testbed's stack
 * @param left everything that is still there
 * @param unseen kinds of resources that the account does not let the user look for
 * @param obstacles what stood in the way; may be there although nothing is left
 */
public record DeletionReport(
        String stackName, List<LeftoverResource> left, List<String> unseen, List<BlockedAction> obstacles) {

    public DeletionReport {
        left = List.copyOf(left);
        unseen = List.copyOf(unseen);
        obstacles = List.copyOf(obstacles);
    }

    /** Whether everything was looked for and nothing was found. */
    public boolean nothingLeft() {
        return left.isEmpty() && unseen.isEmpty();
    }

    /** The result in a sentence or two for the user. */
    public String sentence() {
        String notSeen = unseen.isEmpty() ? "" : " You are not authorized to list: " + String.join(", ", unseen) + ".";
        if (!left.isEmpty()) {
            return left.size() + (left.size() == 1 ? " resource" : " resources") + " of " + stackName
                    + (left.size() == 1 ? " is" : " are") + " left." + notSeen;
        }
        return (unseen.isEmpty()
                        ? "All resources of " + stackName + " are deleted."
                        : "No resources of " + stackName + " were found.")
                + notSeen;
    }
}
