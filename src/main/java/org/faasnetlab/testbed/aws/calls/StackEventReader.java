package org.faasnetlab.testbed.aws.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * The events of one stack, each told once. CloudFormation lists them newest first, page by page; pages are turned only
 * until an event that is known.
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

    /** Leaves out what has happened until now. */
    public void skipPast() {
        newest = cloudFormation.describeStackEvents(request -> request.stackName(stackId)).stackEvents().stream()
                .map(StackEvent::eventId)
                .findFirst()
                .orElse(null);
    }

    /** Those since the last look, oldest first. */
    public List<StackEvent> news() {
        List<StackEvent> news = new ArrayList<>();
        for (StackEvent event : cloudFormation
                .describeStackEventsPaginator(request -> request.stackName(stackId))
                .stackEvents()) {
            if (event.eventId().equals(newest)) {
                break;
            }
            news.add(event);
        }
        if (!news.isEmpty()) {
            newest = news.get(0).eventId();
        }
        Collections.reverse(news);
        news.forEach(this::findFailure);
        return news;
    }

    /**
     * The resource that failed first since the stack was last begun or updated, in the events told so far. What fails
     * after it fails because of it.
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
