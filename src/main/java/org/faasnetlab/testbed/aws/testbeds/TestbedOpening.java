package org.faasnetlab.testbed.aws.testbeds;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.AnswerMode;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.LambdaInvokers;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsAccount;
import org.faasnetlab.testbed.aws.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.TestbedStack;
import org.faasnetlab.testbed.aws.calls.MemoryVersions;
import org.faasnetlab.testbed.aws.calls.Pause;
import org.faasnetlab.testbed.aws.measure.AwsTestbed;
import org.faasnetlab.testbed.aws.measure.Iperf3Host;
import org.faasnetlab.testbed.aws.measure.MeasuringTestbed;
import org.faasnetlab.testbed.aws.preflight.ServerBandwidth;
import org.faasnetlab.testbed.aws.setup.FunctionProbe;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a testbed to measure on of one that stands, after its function has answered. */
final class TestbedOpening {
    private static final Logger LOG = LoggerFactory.getLogger(TestbedOpening.class);

    /** What Lambda gives an account that is not new; more than it has is refused by Lambda itself. */
    private static final int USUAL_CONCURRENCY = 1000;

    private final AwsAccount account;
    private final Clock clock;
    private final Pause pause;

    TestbedOpening(AwsAccount account, Clock clock, Pause pause) {
        this.account = account;
        this.clock = clock;
        this.pause = pause;
    }

    /** @throws LabException if it is not ready, or does not answer */
    Testbed open(String name, Optional<TestbedStack> found, boolean outside) throws LabException, InterruptedException {
        TestbedStack stack = found.orElseThrow(
                () -> NotReadyException.missing(name, account.region().id()));
        AwsTestbedDescription testbed =
                stack.description().orElseThrow(() -> NotReadyException.of(name, stack.state()));
        if (clock.instant().isAfter(testbed.leaseEnd())) {
            throw NotReadyException.leaseOver(name);
        }
        String function = outside ? testbed.outsideFunction() : testbed.insideFunction();
        if (function == null) {
            throw NotReadyException.noOutside(name);
        }
        AnswerMode answers = answers(function, testbed.settings().memoryMb());
        ServiceEndpoint lambda = account.endpoint("lambda");
        MeasuringTestbed measuring = new MeasuringTestbed(
                name,
                lambda,
                account.endpoint("s3"),
                function,
                new FunctionRoom(account).concurrency().orElse(USUAL_CONCURRENCY),
                answers,
                outside ? outsideServers(testbed) : servers(testbed),
                testbed.bucket(),
                testbed.iperf3Key(),
                serverLimit(testbed.settings(), outside),
                !outside,
                facts(testbed));
        return new AwsTestbed(
                measuring,
                MemoryVersions.of(account, pause),
                LambdaInvokers.of(lambda, answers, 1),
                account.failures(),
                clock);
    }

    private AnswerMode answers(String function, int memoryMb) throws LabException, InterruptedException {
        ServiceEndpoint lambda = account.endpoint("lambda");
        try (MemoryVersions versions = MemoryVersions.of(account, pause);
                LambdaInvoker streaming = LambdaInvokers.of(lambda, AnswerMode.STREAMED, 1);
                LambdaInvoker buffered = LambdaInvokers.of(lambda, AnswerMode.BUFFERED, 1)) {
            FunctionRef version = versions.at(function, memoryMb);
            boolean streamed = new FunctionProbe(streaming, buffered, account.failures(), clock)
                    .probe(version, pause)
                    .streamed();
            return streamed ? AnswerMode.STREAMED : AnswerMode.BUFFERED;
        }
    }

    private @Nullable Bandwidth serverLimit(AwsTestbedSettings settings, boolean outside) {
        try {
            return new ServerBandwidth(account).of(settings, outside).orElse(null);
        } catch (LabException unknown) {
            LOG.info("The servers' bandwidth is not known: {}", unknown.getMessage());
            return null;
        }
    }

    private static List<Iperf3Host> servers(AwsTestbedDescription testbed) {
        return hosts(testbed, testbed.servers(), false);
    }

    private static List<Iperf3Host> outsideServers(AwsTestbedDescription testbed) {
        return hosts(testbed, testbed.outsideServers(), true);
    }

    private static List<Iperf3Host> hosts(AwsTestbedDescription testbed, List<String> addresses, boolean withKey) {
        return addresses.stream()
                .map(address -> new Iperf3Host(
                        address,
                        AwsTestbedSettings.FIRST_PORT,
                        testbed.settings().portsPerServer(),
                        withKey ? testbed.outsideKeys().get(address) : null))
                .toList();
    }

    private static SortedMap<String, String> facts(AwsTestbedDescription testbed) {
        AwsTestbedSettings settings = testbed.settings();
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("aws.zone", settings.zone());
        facts.put("aws.server-type", settings.serverType());
        facts.put("aws.runtime", settings.runtime());
        facts.put("function.architecture", settings.architecture().id());
        String versions = String.join(", ", new TreeSet<>(testbed.serverFacts().values()));
        if (!versions.isEmpty()) {
            facts.put("aws.iperf3", versions);
        }
        return facts;
    }
}
