package org.faasnetlab.testbed.aws.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.calls.MemoryVersions;
import org.faasnetlab.testbed.aws.calls.ParallelRequests;
import org.faasnetlab.testbed.aws.calls.StepProgress;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Publishes versions of a stack's functions and probes each of them. */
final class FunctionCreator {

    private final AwsAccount account;
    private final FunctionProbe probe;
    private final CreationCalls calls;
    private final StepProgress<CreationStep> steps;

    FunctionCreator(AwsAccount account, FunctionProbe probe, CreationCalls calls, StepProgress<CreationStep> steps) {
        this.account = account;
        this.probe = probe;
        this.calls = calls;
        this.steps = steps;
    }

    /** @param memorySizes sizes in MB */
    ReadyTestbed create(AwsTestbedDescription testbed, SortedSet<Integer> memorySizes)
            throws LabException, InterruptedException {
        steps.running(CreationStep.MEMORY_SIZES);
        List<FunctionRef> functions = versions(testbed, memorySizes);
        steps.done(CreationStep.MEMORY_SIZES);
        steps.running(CreationStep.PROBE);
        List<FunctionProbe.Result> probed = probe(functions);
        steps.done(CreationStep.PROBE);
        return new ReadyTestbed(testbed, probed, probed.stream().allMatch(FunctionProbe.Result::streamed));
    }

    /** In parallel, because a first response takes seconds, and more with little memory. */
    private List<FunctionProbe.Result> probe(List<FunctionRef> functions) throws LabException, InterruptedException {
        Map<FunctionRef, FunctionProbe.Result> results = new ConcurrentHashMap<>();
        List<ParallelRequests.Request> probes = new ArrayList<>();
        for (FunctionRef function : functions) {
            probes.add(() -> results.put(function, probe.probe(function, calls::sleep)));
        }
        ParallelRequests.run(probes);
        return functions.stream()
                .flatMap(each -> Stream.ofNullable(results.get(each)))
                .toList();
    }

    private List<FunctionRef> versions(AwsTestbedDescription testbed, SortedSet<Integer> memorySizes)
            throws LabException, InterruptedException {
        List<FunctionRef> created = new ArrayList<>();
        try (LambdaClient lambda = account.clientWithoutRetries(LambdaClient.builder())) {
            MemoryVersions versions = new MemoryVersions(lambda, account.failures(), calls::sleep);
            for (String name : names(testbed)) {
                for (int size : memorySizes) {
                    created.add(calls.call(() -> versions.versionFor(name, size)));
                }
            }
        }
        return created;
    }

    private static List<String> names(AwsTestbedDescription testbed) {
        List<String> names = new ArrayList<>(List.of(testbed.insideFunction()));
        if (testbed.outsideFunction() != null) {
            names.add(testbed.outsideFunction());
        }
        return names;
    }
}
