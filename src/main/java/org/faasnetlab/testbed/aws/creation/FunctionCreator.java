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
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Leads the functions of a stack to versions that have answered. */
final class FunctionCreator {

    private final AwsAccount account;
    private final FunctionProbe probe;
    private final CreationCalls calls;
    private final CreationProgress steps;

    FunctionCreator(AwsAccount account, FunctionProbe probe, CreationCalls calls, CreationProgress steps) {
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
        steps.begun(CreationStep.MEMORY_SIZES);
        List<FunctionRef> functions = versions(testbed, memorySizes);
        steps.done(CreationStep.MEMORY_SIZES);
        steps.begun(CreationStep.PROBE);
        List<ProbedFunction> probed = probed(functions);
        steps.done(CreationStep.PROBE);
        return new ReadyTestbed(testbed, probed, probed.stream().allMatch(ProbedFunction::streamed));
    }

    /** All at once: a first answer takes seconds, and more of them where the memory is small. */
    private List<ProbedFunction> probed(List<FunctionRef> functions) throws LabException, InterruptedException {
        Map<FunctionRef, ProbedFunction> answers = new ConcurrentHashMap<>();
        List<ParallelRequests.Request> probes = new ArrayList<>();
        for (FunctionRef function : functions) {
            probes.add(() -> answers.put(function, probe.probe(function, calls::pause)));
        }
        ParallelRequests.run(probes);
        return functions.stream()
                .flatMap(each -> Stream.ofNullable(answers.get(each)))
                .toList();
    }

    private List<FunctionRef> versions(AwsTestbedDescription testbed, SortedSet<Integer> memorySizes)
            throws LabException, InterruptedException {
        List<FunctionRef> made = new ArrayList<>();
        try (LambdaClient lambda = account.clientWithoutRetries(LambdaClient.builder())) {
            MemoryVersions versions = new MemoryVersions(lambda, account.failures(), calls::pause);
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
