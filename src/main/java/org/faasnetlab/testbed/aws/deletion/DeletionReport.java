package org.faasnetlab.testbed.aws.deletion;

import java.util.List;
import org.faasnetlab.format.Phrase;

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
    public Phrase sentence() {
        return unchecked.isEmpty()
                ? found()
                : Phrase.sentences(
                        found(), Phrase.of("You are not authorized to list: {0}.", String.join(", ", unchecked)));
    }

    private Phrase found() {
        if (leftovers.size() == 1) {
            return Phrase.of("{0} resource of {1} is left.", 1, stackName);
        }
        if (!leftovers.isEmpty()) {
            return Phrase.of("{0} resources of {1} are left.", leftovers.size(), stackName);
        }
        return unchecked.isEmpty()
                ? Phrase.of("All resources of {0} are deleted.", stackName)
                : Phrase.of("No resources of {0} were found.", stackName);
    }
}
