package org.faasnetlab.testbed.aws.deletion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.stack.ResourceOwnership;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.State;

/** The testbed's Lambda functions. */
final class Functions {

    private static final String LATEST = "$LATEST";

    private final DeletionCalls calls;
    private final LambdaClient lambda;
    private final ResourceOwnership owner;

    Functions(DeletionCalls calls, LambdaClient lambda, ResourceOwnership owner) {
        this.calls = calls;
        this.lambda = lambda;
        this.owner = owner;
    }

    /** Names of the testbed's functions; no value if Lambda does not list them. */
    CallResult<List<String>> names() throws AwsAccessException, InterruptedException {
        CallResult<List<FunctionConfiguration>> all = calls.all(
                "lambda:ListFunctions",
                token -> lambda.listFunctions(request -> request.marker(token)),
                ListFunctionsResponse::functions,
                ListFunctionsResponse::nextMarker);
        List<String> names = new ArrayList<>();
        for (FunctionConfiguration each : all.value().orElse(List.of())) {
            if (each.functionName().startsWith(ResourceOwnership.COMMON_PREFIX) && owns(each)) {
                names.add(each.functionName());
            }
        }
        return all.map(found -> names);
    }

    private boolean owns(FunctionConfiguration function) throws AwsAccessException, InterruptedException {
        return owner.named(function.functionName())
                || calls.call(
                                "lambda:ListTags",
                                () -> lambda.listTags(request -> request.resource(function.functionArn()))
                                        .tags())
                        .value()
                        .map(tags ->
                                tags.entrySet().stream().anyMatch(tag -> owner.tagged(tag.getKey(), tag.getValue())))
                        .orElse(false);
    }

    /**
     * Detaches functions from the VPC as far as their state allows, and deletes their published versions: a version
     * keeps its own VPC settings, and with them the network interfaces, for as long as it exists.
     *
     * @return the functions that are still attached
     */
    Set<String> stillInVpc(List<String> functions) throws AwsAccessException, InterruptedException {
        Set<String> in = new LinkedHashSet<>();
        for (String function : functions) {
            if (!isDetached(function)) {
                in.add(function);
            }
        }
        return in;
    }

    private boolean isDetached(String function) throws AwsAccessException, InterruptedException {
        deleteVersions(function);
        CallResult<GetFunctionConfigurationResponse> answer = calls.call(
                "lambda:GetFunctionConfiguration",
                () -> lambda.getFunctionConfiguration(request -> request.functionName(function)));
        if (answer.value().isEmpty()) {
            return !answer.isBusy();
        }
        GetFunctionConfigurationResponse latest = answer.value().get();
        if (latest.state() == State.PENDING || latest.lastUpdateStatus() == LastUpdateStatus.IN_PROGRESS) {
            return false;
        }
        if (latest.vpcConfig() == null || latest.vpcConfig().subnetIds().isEmpty()) {
            return true;
        }
        return calls.call(
                        "lambda:UpdateFunctionConfiguration",
                        () -> lambda.updateFunctionConfiguration(request -> request.functionName(function)
                                .vpcConfig(vpc -> vpc.subnetIds(List.of()).securityGroupIds(List.of()))))
                .isRefused();
    }

    private void deleteVersions(String function) throws AwsAccessException, InterruptedException {
        List<FunctionConfiguration> versions = calls.all(
                        "lambda:ListVersionsByFunction",
                        token -> lambda.listVersionsByFunction(
                                request -> request.functionName(function).marker(token)),
                        ListVersionsByFunctionResponse::versions,
                        ListVersionsByFunctionResponse::nextMarker)
                .value()
                .orElse(List.of());
        for (FunctionConfiguration each : versions) {
            if (!each.version().equals(LATEST)) {
                calls.call(
                        "lambda:DeleteFunction",
                        () -> lambda.deleteFunction(
                                request -> request.functionName(function).qualifier(each.version())));
            }
        }
    }

    void delete(String function) throws AwsAccessException, InterruptedException {
        calls.call("lambda:DeleteFunction", () -> lambda.deleteFunction(request -> request.functionName(function)));
    }
}
