package org.faasnetlab.testbed.aws.measure;

import java.time.Clock;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.S3Bucket;
import org.faasnetlab.invoke.S3Urls;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.TrialSpec;
import org.faasnetlab.testbed.Workload;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.MemoryVersions;
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

    private final MeasuringTestbed description;
    private final MemoryVersions versions;
    private final LambdaInvoker preparing;
    private final S3Bucket bucket;
    private final S3Urls urls;
    private final S3Tasks s3;

    /**
     * Asks AWS nothing yet.
     *
     * @param versions the function's memory sizes; closed with the testbed
     * @param preparing invokes one function at a time, to make objects; closed with the testbed
     */
    public AwsTestbed(MeasuringTestbed description, MemoryVersions versions, LambdaInvoker preparing, Clock clock) {
        this.description = description;
        this.versions = versions;
        this.preparing = preparing;
        this.bucket = new S3Bucket(description.s3(), description.bucket());
        this.urls = new S3Urls(description.s3(), description.bucket(), URL_VALIDITY);
        RandomObject object = new RandomObject(bucket, urls, this::function, new OneFunction(preparing, clock));
        this.s3 = new S3Tasks(bucket, urls, object, description.trialFacts(false));
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public ServiceEndpoint lambda() {
        return description.lambda();
    }

    /** A published version with that size, made if there is none. The first time can take minutes inside a VPC. */
    @Override
    public FunctionRef function(int memoryMb) throws LabException, InterruptedException {
        try {
            return versions.at(description.function(), memoryMb);
        } catch (AwsAccessException failed) {
            failed.throwIfInterrupted();
            throw failed;
        }
    }

    @Override
    public TestbedLimits limits() {
        return new TestbedLimits(description.concurrency(), COLD_START, COLD_START_EACH, description.answers());
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
    public PreparedTrial prepare(TrialSpec spec) throws LabException, InterruptedException {
        if (spec.network().simulated()) {
            throw MeasurementException.simulatedNetwork();
        }
        int functions = spec.functions();
        if (spec.workload() instanceof Workload.Iperf3 iperf3) {
            if (functions > description.ports()) {
                throw MeasurementException.tooFewPorts(functions, description.ports());
            }
            Iperf3Tasks tasks = new Iperf3Tasks(description.servers());
            return new AwsTrial(
                    tasks.tasks(functions, iperf3, urls.get(description.iperf3Key())),
                    AwsTrial.CleanUp.NOTHING,
                    description.trialFacts(true));
        }
        return s3.trial(functions, (Workload.S3) spec.workload());
    }

    /**
     * Does nothing: AWS ends no invocation on request, not even when its caller leaves. Functions end at the deadline
     * that their event has, some seconds after the test's own end.
     */
    @Override
    public void stopFunctions() {
        LOG.info("Functions on AWS go on until the deadline of their event");
    }

    @Override
    public void close() {
        preparing.close();
        versions.close();
        bucket.close();
        urls.close();
    }
}
