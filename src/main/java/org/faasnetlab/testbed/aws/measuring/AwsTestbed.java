package org.faasnetlab.testbed.aws.measuring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.invoke.s3.S3AccessException;
import org.faasnetlab.invoke.s3.S3Bucket;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.TrialPreparers;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.faasnetlab.testbed.aws.calls.MemoryVersions;
import org.faasnetlab.testbed.aws.calls.SingleInvocation;
import org.faasnetlab.testbed.aws.stack.FunctionBandwidthQuota;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.capacity.CapacityType;
import org.faasnetlab.workload.capacity.CapacityWorkload;
import org.faasnetlab.workload.iperf3.Iperf3Type;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.latency.LatencyType;
import org.faasnetlab.workload.latency.LatencyWorkload;
import org.faasnetlab.workload.s3.S3Type;
import org.faasnetlab.workload.s3.S3Workload;
import org.faasnetlab.workload.udp.UdpType;
import org.faasnetlab.workload.udp.UdpWorkload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An existing testbed on AWS. S3 URLs are presigned just before each trial, because they expire with the session that
 * signed them. Closing it changes nothing in the account.
 */
public final class AwsTestbed implements Testbed {
    private static final Logger LOG = LoggerFactory.getLogger(AwsTestbed.class);

    /** Lambda starts up to 1,000 sandboxes of a function immediately, then 1,000 every 10 s. */
    private static final int WARM_UP_INTERVAL_MS = 1_000;

    private static final Duration COLD_START_EACH = Duration.ofMillis(10);

    /** Longer than a trial and the wait of its functions for T0. */
    private static final Duration URL_VALIDITY = Duration.ofMinutes(30);

    private final MeasurementTarget target;
    private final MemoryVersions versions;
    private final LambdaInvoker preparing;
    private final AwsErrorTranslator failures;
    private final MeasurementLock lock;
    private final TestbedLease lease;
    private final S3Bucket bucket;
    private final S3UrlSigner urls;
    private final TrialPreparers trials;
    private volatile MeasurementLock.@Nullable Reservation reservation;
    private final FunctionWarmUp warmUp;
    private final Clock clock;

    /** Of the version that was requested last. */
    private volatile Duration coldStart = FunctionWarmUp.COLD_START;

    /**
     * Makes no request to AWS.
     *
     * @param versions the function's memory sizes; closed with the testbed
     * @param preparing invokes one function at a time to create objects; closed with the testbed
     * @param failures explains refused requests of the account
     * @param lock names the user who measures; closed with the testbed
     * @param lease time until the servers terminate
     */
    public AwsTestbed(
            MeasurementTarget target,
            MemoryVersions versions,
            LambdaInvoker preparing,
            AwsErrorTranslator failures,
            MeasurementLock lock,
            TestbedLease lease,
            Clock clock) {
        this.target = target;
        this.versions = versions;
        this.preparing = preparing;
        this.failures = failures;
        this.lock = lock;
        this.lease = lease;
        this.bucket = new S3Bucket(target.s3(), target.bucket());
        this.urls = new S3UrlSigner(target.s3(), target.bucket(), URL_VALIDITY);
        SharedDownloadObject object = new SharedDownloadObject(bucket, urls, this::createObject);
        this.warmUp = new FunctionWarmUp(preparing, this::programDownload, clock);
        this.clock = clock;
        this.trials = TrialPreparers.none()
                .with(Iperf3Type.IPERF3, Iperf3Workload.class, new AwsIperf3Preparer(target, urls))
                .with(S3Type.S3, S3Workload.class, new AwsS3Preparer(bucket, urls, object, failures, target))
                .with(LatencyType.LATENCY, LatencyWorkload.class, new AwsLatencyPreparer(target))
                .with(UdpType.UDP, UdpWorkload.class, new AwsUdpPreparer<>(target, urls))
                .with(CapacityType.CAPACITY, CapacityWorkload.class, new AwsUdpPreparer<>(target, urls));
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public String qualifiedName() {
        return name() + " (" + target.lambda().region() + ")";
    }

    @Override
    public TestbedKind kind() {
        return TestbedKind.AWS;
    }

    @Override
    public ServiceEndpoint lambda() {
        return target.lambda();
    }

    /**
     * The published version with this memory size, published if there is none; the first time can take minutes inside a
     * VPC. A version is invoked once before it is returned for the first time, see {@link FunctionWarmUp}. A run that has lost
     * its reservation does neither, because somebody else measures.
     */
    @Override
    public FunctionRef function(int memoryMb) throws LabException, InterruptedException {
        requireReservation();
        FunctionRef version = versions.versionFor(target.function(), memoryMb);
        coldStart = warmUp.coldStart(version, memoryMb);
        return version;
    }

    @Override
    public TestbedLimits limits() {
        return new TestbedLimits(target.concurrency(), coldStart, COLD_START_EACH, target.responseMode());
    }

    @Override
    public void require(Workload workload) throws LabException, InterruptedException {
        trials.require(workload);
    }

    @Override
    public Optional<Bandwidth> functionLimit() {
        return Optional.ofNullable(target.functionCap());
    }

    @Override
    public SortedMap<String, String> environment() {
        SortedMap<String, String> environment = new TreeMap<>(target.environment());
        environment.put("aws.region", target.lambda().region());
        environment.put("aws.function", target.function());
        environment.put("aws.servers", Integer.toString(target.servers().size()));
        environment.put("aws.answers", target.responseMode().id());
        return environment;
    }

    @Override
    public Optional<LabException> explain(InvocationEnd refused) {
        return failures.explain(refused).filter(AwsAccessException::hasRemedy).map(LabException.class::cast);
    }

    @Override
    public PreparedTrial prepare(Cell cell) throws LabException, InterruptedException {
        try {
            return prepared(cell);
        } catch (S3AccessException e) {
            throw failures.explain(e);
        }
    }

    /** Reserved in the bucket, and renewed on a thread of its own until the run has ended. */
    @Override
    public Reservation reserve(Duration expected) throws LabException {
        lease.require(Phrase.of("The run"), expected);
        MeasurementLock.Reservation reserved = lock.acquire(target.user(), hostName());
        reservation = reserved;
        ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "aws-reservation");
            thread.setDaemon(true);
            return thread;
        });
        long every = MeasurementLock.RENEWAL.toMillis();
        var unused = renewals.scheduleWithFixedDelay(reserved::renew, every, every, TimeUnit.MILLISECONDS);
        return () -> {
            renewals.shutdownNow();
            reservation = null;
            reserved.close();
        };
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }

    private PreparedTrial prepared(Cell cell) throws LabException, InterruptedException {
        lease.require(Phrase.of("The next trial"), expectedDuration(cell));
        requireReservation();
        if (cell.network().simulated()) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("Network simulation is not available on AWS."),
                    Phrase.of("Set link and hostLink to unlimited."));
        }
        return trials.prepare(cell);
    }

    private void requireReservation() throws LabException {
        MeasurementLock.Reservation reserved = reservation;
        if (reserved != null) {
            reserved.require();
        }
    }

    /** Time from the preparation to the end of a trial; functions are rarely faster than their sustained bandwidth. */
    private Duration expectedDuration(Cell cell) {
        return coldStart.plus(cell.workload().extent().expectedDuration(FunctionBandwidthQuota.DEFAULT));
    }

    private Optional<Task> programDownload() throws LabException, InterruptedException {
        OptionalLong size = bucket.size(target.iperf3Key());
        if (size.isEmpty() || size.getAsLong() == 0) {
            return Optional.empty();
        }
        long bytes = size.getAsLong();
        return Optional.of(new S3GetTask(urls.get(target.iperf3Key()), bytes, 1, bytes, WARM_UP_INTERVAL_MS));
    }

    private void createObject(Task task, String what, Duration timeout) throws LabException, InterruptedException {
        SingleInvocation.Result answer = SingleInvocation.of(
                preparing,
                versions.versionFor(target.function(), SharedDownloadObject.MEMORY_MB),
                task,
                timeout,
                clock);
        if (!answer.finished()) {
            Optional<LabException> refused = explain(answer.end());
            throw refused.isPresent() ? refused.get() : SharedDownloadObject.failed(what, answer.failureReason());
        }
    }

    /**
     * Does nothing: AWS cannot stop an invocation, not even when its caller disconnects. Functions stop at the deadline
     * in their event, some seconds after the end of the test.
     */
    @Override
    public void stopFunctions() {
        LOG.info("Functions on AWS run until the deadline in their event");
    }

    @Override
    public void close() {
        preparing.close();
        versions.close();
        bucket.close();
        urls.close();
        lock.close();
    }
}
