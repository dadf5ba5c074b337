package org.faasnetlab.testbed.aws.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.testbed.aws.AwsAccount;
import org.faasnetlab.testbed.aws.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.calls.MemoryVersions;
import org.faasnetlab.testbed.aws.calls.Requests;
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
        List<ProbedFunction> probed = probed(functions);
        steps.done(SetupStep.PROBE);
        return new ReadyTestbed(testbed, probed, probed.stream().allMatch(ProbedFunction::streamed));
    }

    /** All at once: a first answer takes seconds, and more of them where the memory is small. */
    private List<ProbedFunction> probed(List<FunctionRef> functions) throws LabException, InterruptedException {
        Map<FunctionRef, ProbedFunction> answers = new ConcurrentHashMap<>();
        List<Requests.Request> probes = new ArrayList<>();
        for (FunctionRef function : functions) {
            probes.add(() -> answers.put(function, probe.probe(function, calls::pause)));
        }
        Requests.run(probes);
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
