package org.faasnetlab.testbed.aws.measuring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.s3.S3AccessException;
import org.faasnetlab.invoke.s3.S3Bucket;
import org.faasnetlab.invoke.s3.S3Upload;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.protocol.task.S3PutTask;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.faasnetlab.testbed.aws.calls.ParallelRequests;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.s3.S3Workload;

/** Prepares S3 trials: the object that all functions download, or one upload for each function. */
final class AwsS3Preparer implements TrialPreparer<S3Workload> {
    private final S3Bucket bucket;
    private final S3UrlSigner urls;
    private final SharedDownloadObject object;
    private final AwsErrorTranslator failures;
    private final MeasurementTarget target;

    AwsS3Preparer(
            S3Bucket bucket,
            S3UrlSigner urls,
            SharedDownloadObject object,
            AwsErrorTranslator failures,
            MeasurementTarget target) {
        this.bucket = bucket;
        this.urls = urls;
        this.object = object;
        this.failures = failures;
        this.target = target;
    }

    /** The downloaded object is kept for the next trial; uploads are deleted after this one. */
    @Override
    public AwsTrial prepare(Cell cell, S3Workload workload) throws LabException, InterruptedException {
        int functions = cell.functions();
        int uploading = (int) IntStream.range(0, functions)
                .filter(functionIndex -> cell.directionOf(functionIndex) == Direction.UPLOAD)
                .count();
        List<ProbeTarget> probes = target.probes(cell);
        List<Task> tasks = new ArrayList<>();
        if (uploading < functions) {
            // With both directions, the first functions download.
            tasks.addAll(Collections.nCopies(functions - uploading, download(workload)));
        }
        List<S3Upload> uploads = open(uploading, workload);
        // Uploads need no order: they are alike.
        uploads.forEach(upload -> tasks.add(upload(upload, workload)));
        return new AwsTrial(tasks, probes, () -> remove(uploads), target.trialConditions(false));
    }

    private Task download(S3Workload workload) throws LabException, InterruptedException {
        return new S3GetTask(
                urls.get(object.ensure(workload.objectSize())),
                workload.objectSize().bytes(),
                workload.connections(),
                workload.partSize().bytes(),
                workload.intervalMs());
    }

    private List<S3Upload> open(int functions, S3Workload workload) throws LabException, InterruptedException {
        String trial = "measured/" + UUID.randomUUID() + "/";
        List<S3Upload> opened = Collections.synchronizedList(new ArrayList<>());
        List<ParallelRequests.Request> opening = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
            String key = trial + functionIndex;
            opening.add(() -> opened.add(S3Upload.open(
                    bucket, urls, key, workload.objectSize(), workload.connections(), workload.partSize())));
        }
        try {
            ParallelRequests.run(opening);
        } catch (LabException | InterruptedException e) {
            remove(opened, e);
            throw e;
        }
        return List.copyOf(opened);
    }

    private static Task upload(S3Upload upload, S3Workload workload) {
        return new S3PutTask(
                upload.urls(),
                workload.objectSize().bytes(),
                workload.connections(),
                upload.partSize().bytes(),
                workload.intervalMs());
    }

    private void remove(List<S3Upload> uploads) throws LabException {
        try {
            ParallelRequests.runUninterruptibly(
                    uploads.stream().map(AwsS3Preparer::finish).toList());
        } catch (S3AccessException e) {
            throw failures.explain(e);
        }
    }

    private static ParallelRequests.Request finish(S3Upload upload) {
        return upload::finish;
    }

    private void remove(List<S3Upload> uploads, Exception why) {
        try {
            remove(uploads);
        } catch (LabException e) {
            why.addSuppressed(e);
        }
    }
}
