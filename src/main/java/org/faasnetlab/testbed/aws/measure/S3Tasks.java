package org.faasnetlab.testbed.aws.measure;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.S3Bucket;
import org.faasnetlab.invoke.S3Upload;
import org.faasnetlab.invoke.S3Urls;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.Workload;

/** Prepares S3 trials: the object that all functions fetch, or a place for the upload of each. */
final class S3Tasks {
    private final S3Bucket bucket;
    private final S3Urls urls;
    private final RandomObject object;

    S3Tasks(S3Bucket bucket, S3Urls urls, RandomObject object) {
        this.bucket = bucket;
        this.urls = urls;
        this.object = object;
    }

    /** The object stays for the next trial. */
    AwsTrial downloads(int functions, Workload.S3 workload) throws LabException, InterruptedException {
        URI url = urls.get(object.require(workload.objectSize()));
        Task task = new Task.S3Get(
                url,
                workload.objectSize().bytes(),
                workload.connections(),
                workload.partSize().bytes(),
                workload.intervalMs());
        return new AwsTrial(Collections.nCopies(functions, task), AwsTrial.CleanUp.NOTHING);
    }

    /** What was uploaded is removed after the trial. */
    AwsTrial uploads(int functions, Workload.S3 workload) throws LabException, InterruptedException {
        String trial = "measured/" + UUID.randomUUID() + "/";
        List<S3Upload> opened = Collections.synchronizedList(new ArrayList<>());
        List<Requests.Request> opening = new ArrayList<>();
        for (int worker = 0; worker < functions; worker++) {
            String key = trial + worker;
            opening.add(() -> opened.add(S3Upload.open(
                    bucket, urls, key, workload.objectSize(), workload.connections(), workload.partSize())));
        }
        try {
            Requests.run(opening);
        } catch (LabException | InterruptedException failed) {
            remove(opened, failed);
            throw failed;
        }
        // Which upload is whose does not matter: they are alike.
        List<Task> tasks = opened.stream().map(upload -> task(upload, workload)).toList();
        return new AwsTrial(tasks, () -> remove(opened));
    }

    private static Task task(S3Upload upload, Workload.S3 workload) {
        return new Task.S3Put(
                upload.urls(),
                workload.objectSize().bytes(),
                workload.connections(),
                upload.partSize().bytes(),
                workload.intervalMs());
    }

    private static void remove(List<S3Upload> uploads) throws LabException {
        Requests.finish(uploads.stream().map(S3Tasks::finish).toList());
    }

    private static Requests.Request finish(S3Upload upload) {
        return upload::finish;
    }

    private static void remove(List<S3Upload> uploads, Exception why) {
        try {
            remove(uploads);
        } catch (LabException alsoFailed) {
            why.addSuppressed(alsoFailed);
        }
    }
}
