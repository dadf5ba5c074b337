package org.faasnetlab.testbed.aws.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.testbed.aws.AwsAccount;
import org.faasnetlab.testbed.aws.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.MemoryVersions;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Leads the functions of a stack to versions that have answered. */
final class FunctionMaker {

    private final AwsAccount account;
    private final FunctionProbe probe;
    private final AwsCalls calls;
    private final StepReport steps;

    FunctionMaker(AwsAccount account, FunctionProbe probe, AwsCalls calls, StepReport steps) {
        this.account = account;
        this.probe = probe;
        this.calls = calls;
        this.steps = steps;
    }

    /**
     * @param memorySizes sizes in MB
     */
    ReadyTestbed make(AwsTestbedDescription testbed, SortedSet<Integer> memorySizes)
            throws LabException, InterruptedException {
        steps.begun(SetupStep.MEMORY_SIZES);
        List<FunctionRef> functions = versions(testbed, memorySizes);
        steps.done(SetupStep.MEMORY_SIZES);
        steps.begun(SetupStep.PROBE);
        List<ProbedFunction> probed = new ArrayList<>();
        for (FunctionRef function : functions) {
            probed.add(probe.probe(function, calls::pause));
        }
        steps.done(SetupStep.PROBE);
        return new ReadyTestbed(testbed, probed, probed.stream().allMatch(ProbedFunction::streamed));
    }

    private List<FunctionRef> versions(AwsTestbedDescription testbed, SortedSet<Integer> memorySizes)
            throws LabException, InterruptedException {
        List<FunctionRef> made = new ArrayList<>();
        try (LambdaClient lambda = AwsCalls.client(account, LambdaClient.builder())) {
            MemoryVersions versions = new MemoryVersions(lambda, account.failures());
            for (String name : names(testbed)) {
                for (int size : memorySizes) {
                    made.add(calls.ask(() -> versions.at(name, size)));
                }
            }
        }
        return made;
    }

    private static List<String> names(AwsTestbedDescription testbed) {
        List<String> names = new ArrayList<>(List.of(testbed.insideFunction()));
        if (testbed.outsideFunction() != null) {
            names.add(testbed.outsideFunction());
        }
        return names;
    }
}
