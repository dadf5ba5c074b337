package org.faasnetlab.testbed.aws.deletion;

import java.util.List;

/**
 * Result of the final scan.
 *
 * @param stackName the testbed's stack
 * @param leftovers resources that still exist
 * @param unchecked kinds of resources that the account has no permission to list
 * @param blocked actions that failed; can be present although nothing is left
 */
public record DeletionReport(
        String stackName, List<LeftoverResource> leftovers, List<String> unchecked, List<BlockedAction> blocked) {

    public DeletionReport {
        leftovers = List.copyOf(leftovers);
        unchecked = List.copyOf(unchecked);
        blocked = List.copyOf(blocked);
    }

    /** Whether every kind was listed and no resource was found. */
    public boolean isClean() {
        return leftovers.isEmpty() && unchecked.isEmpty();
    }

    /** The result in one or two sentences. */
    public String sentence() {
        String notChecked =
                unchecked.isEmpty() ? "" : " You are not authorized to list: " + String.join(", ", unchecked) + ".";
        if (!leftovers.isEmpty()) {
            return leftovers.size() + (leftovers.size() == 1 ? " resource" : " resources") + " of " + stackName
                    + (leftovers.size() == 1 ? " is" : " are") + " left." + notChecked;
        }
        return (unchecked.isEmpty()
                        ? "All resources of " + stackName + " are deleted."
                        : "No resources of " + stackName + " were found.")
                + notChecked;
    }
}
