package org.faasnetlab.testbed.aws.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * Reads the events of one stack, each once. CloudFormation lists them newest first; pages are requested only until an
 * event that is known.
 */
public final class StackEventReader {

    private final CloudFormationClient cloudFormation;
    private final String stackId;
    private @Nullable String newest;
    private @Nullable StackEvent firstFailure;

    public StackEventReader(CloudFormationClient cloudFormation, String stackId) {
        this.cloudFormation = cloudFormation;
        this.stackId = stackId;
    }

    /** Skips the events that exist already. */
    public void skipExisting() {
        newest = cloudFormation.describeStackEvents(request -> request.stackName(stackId)).stackEvents().stream()
                .map(StackEvent::eventId)
                .findFirst()
                .orElse(null);
    }

    /** The events since the last call, oldest first. */
    public List<StackEvent> newEvents() {
        List<StackEvent> found = new ArrayList<>();
        for (StackEvent event : cloudFormation
                .describeStackEventsPaginator(request -> request.stackName(stackId))
                .stackEvents()) {
            if (event.eventId().equals(newest)) {
                break;
            }
            found.add(event);
        }
        if (!found.isEmpty()) {
            newest = found.get(0).eventId();
        }
        Collections.reverse(found);
        found.forEach(this::findFailure);
        return found;
    }

    /**
     * The event of the resource that failed first since the last creation or update of the stack began, among the
     * events read so far. Resources that fail later usually fail because of it.
     */
    public Optional<StackEvent> firstFailure() {
        return Optional.ofNullable(firstFailure);
    }

    private void findFailure(StackEvent event) {
        String status = event.resourceStatusAsString();
        if (stackId.equals(event.physicalResourceId())) {
            if (status.equals("CREATE_IN_PROGRESS") || status.equals("UPDATE_IN_PROGRESS")) {
                firstFailure = null;
            }
        } else if (firstFailure == null && status.endsWith("_FAILED") && !status.startsWith("DELETE")) {
            firstFailure = event;
        }
    }
}
