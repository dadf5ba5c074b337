package org.faasnetlab.ui.aws;

import java.time.Duration;
import java.time.Instant;

/**
 * A resource of the stack, as CloudFormation's last news have it.
 *
 * @param name its name in the template
 * @param type for example {@code AWS::EC2::Instance}
 * @param status CloudFormation's word, for example {@code CREATE_IN_PROGRESS}
 * @param reason CloudFormation's explanation, often empty
 * @param since when what is done to it now was begun
 * @param at when the last news came
 */
record ResourceRow(String name, String type, String status, String reason, Instant since, Instant at) {

    boolean failed() {
        return status.endsWith("_FAILED");
    }

    boolean inProgress() {
        return status.endsWith("_IN_PROGRESS");
    }

    /** How long it has taken: until now while it is under way, else from its first news to its last. */
    Duration time(Instant now) {
        // AWS has a clock of its own, which may be before this computer's
        Instant end = inProgress() && now.isAfter(at) ? now : at;
        return Duration.between(since, end);
    }

    /** This resource after later news. What is done to it changes with the first word: CREATE, UPDATE, DELETE. */
    ResourceRow then(ResourceRow later) {
        boolean same = verb(status).equals(verb(later.status));
        return new ResourceRow(name, type, later.status, later.reason, same ? since : later.since, later.at);
    }

    private static String verb(String status) {
        return status.split("_", 2)[0];
    }
}
