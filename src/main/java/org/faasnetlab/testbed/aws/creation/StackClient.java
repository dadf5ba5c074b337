package org.faasnetlab.testbed.aws.creation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.faasnetlab.testbed.aws.calls.StackEventReader;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedCatalogue;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/**
 * CloudFormation requests of the creation of one stack. All are idempotent: a request that is sent twice changes nothing the second
 * time.
 */
final class StackClient {

    private final CloudFormationClient cloudFormation;
    private final String stackName;
    private final String region;

    /** @param region the Region of the client */
    StackClient(CloudFormationClient cloudFormation, String stackName, String region) {
        this.cloudFormation = cloudFormation;
        this.stackName = stackName;
        this.region = region;
    }

    String stackName() {
        return stackName;
    }

    String region() {
        return region;
    }

    /** The stack of this name, whether it is a testbed's or not. */
    Optional<Stack> find() {
        return TestbedCatalogue.stack(cloudFormation, stackName);
    }

    /**
     * Starts the creation of a stack without functions. If it fails, CloudFormation deletes the resources itself, so
     * that no servers incur costs unnoticed; the stack remains with its events and their reasons.
     */
    void create(List<Parameter> parameters, Map<String, String> userTags) {
        try {
            cloudFormation.createStack(request -> request.stackName(stackName)
                    .templateBody(new TestbedTemplate().text())
                    .parameters(parameters)
                    .tags(tags(userTags))
                    .capabilities(Capability.CAPABILITY_IAM)
                    .onFailure(OnFailure.ROLLBACK));
        } catch (AlreadyExistsException e) {
            // Sent twice, or by another computer at the same time; the next request for the stack shows which.
            return;
        }
    }

    private List<Tag> tags(Map<String, String> userTags) {
        Map<String, String> all = new TreeMap<>(userTags);
        all.put(AwsTestbedSettings.TAG, stackName);
        return all.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    /** Starts the update that adds functions with this code. */
    void addFunctions(TestbedStack stack, String codeKey) {
        try {
            cloudFormation.updateStack(request -> request.stackName(stack.id())
                    .usePreviousTemplate(true)
                    .parameters(stack.parametersForCode(codeKey))
                    .capabilities(Capability.CAPABILITY_IAM));
        } catch (CloudFormationException e) {
            if (!TestbedCatalogue.isValidationError(e, "_IN_PROGRESS state")) {
                throw e;
            }
        }
    }

    /** The testbed's bucket as soon as it exists; the stack has no outputs before all other resources exist, too. */
    Optional<String> bucket(TestbedStack stack) {
        return cloudFormation
                .describeStackResources(request -> request.stackName(stack.id()).logicalResourceId("Bucket"))
                .stackResources()
                .stream()
                .filter(resource -> "Bucket".equals(resource.logicalResourceId()))
                .filter(resource -> resource.resourceStatus() == ResourceStatus.CREATE_COMPLETE
                        || resource.resourceStatus() == ResourceStatus.UPDATE_COMPLETE)
                .map(StackResource::physicalResourceId)
                .findFirst();
    }

    StackEventReader events(TestbedStack stack) {
        return new StackEventReader(cloudFormation, stack.id());
    }
}
