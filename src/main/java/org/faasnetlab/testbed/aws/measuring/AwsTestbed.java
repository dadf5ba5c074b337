package org.faasnetlab.testbed.aws.measuring;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.invoke.s3.S3AccessException;
import org.faasnetlab.invoke.s3.S3Bucket;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.TrialPreparers;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.faasnetlab.testbed.aws.calls.MemoryVersions;
import org.faasnetlab.testbed.aws.calls.SingleInvocation;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.iperf3.Iperf3Type;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.s3.S3Type;
import org.faasnetlab.workload.s3.S3Workload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A testbed on AWS that stands. Addresses are signed just before each trial, because they end with the session that
 * signed them. Closing it leaves the account as it is.
 */
public final class AwsTestbed implements Testbed {
    private static final Logger LOG = LoggerFactory.getLogger(AwsTestbed.class);

    /** A Java function inside a VPC, with a small share of a processor, that fetches iperf3 over TLS before ready. */
    private static final Duration COLD_START = Duration.ofSeconds(5);

    /** Lambda starts up to 1,000 sandboxes of a function at once, then 1,000 every 10 s. */
    private static final Duration COLD_START_EACH = Duration.ofMillis(10);

    /** Longer than a trial lasts, and than its functions wait for T0. */
    private static final Duration URL_VALIDITY = Duration.ofMinutes(30);

    private final MeasurementTarget description;
    private final MemoryVersions versions;
    private final LambdaInvoker preparing;
    private final AwsErrorTranslator failures;
    private final S3Bucket bucket;
    private final S3UrlSigner urls;
    private final TrialPreparers trials;
    private final Clock clock;

    /**
     * Asks AWS nothing yet.
     *
     * @param versions the function's memory sizes; closed with the testbed
     * @param preparing invokes one function at a time, to make objects; closed with the testbed
     * @param failures what the account's refusals mean
     */
    public AwsTestbed(
            MeasurementTarget description,
            MemoryVersions versions,
            LambdaInvoker preparing,
            AwsErrorTranslator failures,
            Clock clock) {
        this.description = description;
        this.versions = versions;
        this.preparing = preparing;
        this.failures = failures;
        this.bucket = new S3Bucket(description.s3(), description.bucket());
        this.urls = new S3UrlSigner(description.s3(), description.bucket(), URL_VALIDITY);
        SharedDownloadObject object = new SharedDownloadObject(bucket, urls, this::makeObject);
        this.clock = clock;
        this.trials = TrialPreparers.none()
                .with(Iperf3Type.IPERF3, Iperf3Workload.class, new Iperf3Tasks(description, urls))
                .with(
                        S3Type.S3,
                        S3Workload.class,
                        new S3Tasks(bucket, urls, object, failures, description.trialFacts(false)));
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public TestbedKind kind() {
        return TestbedKind.AWS;
    }

    @Override
    public ServiceEndpoint lambda() {
        return description.lambda();
    }

    /** A published version with that size, made if there is none. The first time can take minutes inside a VPC. */
    @Override
    public FunctionRef function(int memoryMb) throws LabException, InterruptedException {
        return versions.at(description.function(), memoryMb);
    }

    @Override
    public TestbedLimits limits() {
        return new TestbedLimits(description.concurrency(), COLD_START, COLD_START_EACH, description.answers());
    }

    @Override
    public void require(Workload workload) throws LabException, InterruptedException {
        trials.require(workload);
    }

    @Override
    public SortedMap<String, String> environment() {
        SortedMap<String, String> facts = new TreeMap<>(description.facts());
        facts.put("aws.region", description.lambda().region());
        facts.put("aws.function", description.function());
        facts.put("aws.servers", Integer.toString(description.servers().size()));
        facts.put("aws.answers", description.answers().word());
        return facts;
    }

    @Override
    public Optional<LabException> explain(InvocationEnd refused) {
        return failures.explain(refused).filter(AwsAccessException::hasRemedy).map(LabException.class::cast);
    }

    @Override
    public PreparedTrial prepare(Cell spec) throws LabException, InterruptedException {
        try {
            return prepared(spec);
        } catch (S3AccessException failed) {
            throw failures.explain(failed);
        }
    }

    private PreparedTrial prepared(Cell spec) throws LabException, InterruptedException {
        if (spec.network().simulated()) {
            throw MeasurementException.simulatedNetwork();
        }
        return trials.prepare(spec);
    }

    private void makeObject(Task task, String what, Duration atMost) throws LabException, InterruptedException {
        SingleInvocation.Answer answer =
                SingleInvocation.of(preparing, function(SharedDownloadObject.MEMORY_MB), task, atMost, clock);
        if (!answer.finished()) {
            Optional<LabException> refused = explain(answer.end());
            throw refused.isPresent() ? refused.get() : MeasurementException.functionFailed(what, answer.why());
        }
    }

    /**
     * Does nothing: AWS ends no invocation on request, not even when its caller leaves. Functions end at the deadline
     * that their event has, some seconds after the test's own end.
     */
    @Override
    public void stopFunctions() {
        LOG.info("Functions on AWS continue until their deadline");
    }

    @Override
    public void close() {
        preparing.close();
        versions.close();
        bucket.close();
        urls.close();
    }
}
