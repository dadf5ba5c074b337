package org.faasnetlab.testbed.aws.creation;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.calls.StackEventReader;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
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

/** What a set-up asks of CloudFormation. Requests that change something may be sent twice; the second does nothing. */
final class StackClient {

    private final CloudFormationClient cloudFormation;

    StackClient(CloudFormationClient cloudFormation) {
        this.cloudFormation = cloudFormation;
    }

    /** The stack of this name, a testbed's or not. */
    Optional<Stack> find(String stackName) {
        try {
            return cloudFormation.describeStacks(request -> request.stackName(stackName)).stacks().stream()
                    .findFirst();
        } catch (CloudFormationException answer) {
            if (isValidationError(answer, "does not exist")) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    /**
     * Begins a stack without functions. When it fails, CloudFormation takes everything away by itself, so that servers
     * cost nothing although nobody looks; the stack stays, with its events and their reasons.
     */
    void create(String stackName, List<Parameter> parameters) {
        try {
            cloudFormation.createStack(request -> request.stackName(stackName)
                    .templateBody(new TestbedTemplate().text())
                    .parameters(parameters)
                    .tags(tag -> tag.key(AwsTestbedSettings.TAG).value(stackName))
                    .capabilities(Capability.CAPABILITY_IAM)
                    .onFailure(OnFailure.ROLLBACK));
        } catch (AlreadyExistsException already) {
            // Sent twice, or by another computer at the same time: the next look at the stack finds out.
            return;
        }
    }

    /** Begins to give the stack functions with this code. */
    void addFunctions(TestbedStack stack, String codeKey) {
        try {
            cloudFormation.updateStack(request -> request.stackName(stack.id())
                    .usePreviousTemplate(true)
                    .parameters(stack.parametersForCode(codeKey))
                    .capabilities(Capability.CAPABILITY_IAM));
        } catch (CloudFormationException answer) {
            if (!isValidationError(answer, "_IN_PROGRESS state")) {
                throw answer;
            }
        }
    }

    /** The testbed's bucket once it is made; nothing is known of it from outputs before all else is made, too. */
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

    private static boolean isValidationError(CloudFormationException answer, String part) {
        return answer.awsErrorDetails() != null
                && answer.awsErrorDetails().errorCode().equals("ValidationError")
                && String.valueOf(answer.awsErrorDetails().errorMessage()).contains(part);
    }
}
