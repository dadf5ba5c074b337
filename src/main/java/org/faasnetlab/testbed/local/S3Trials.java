package org.faasnetlab.testbed.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.S3Upload;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.TrialSpec;
import org.faasnetlab.testbed.Workload;
import org.faasnetlab.testbed.local.link.Links;
import org.faasnetlab.testbed.local.link.OpenLinks;
import org.faasnetlab.testbed.local.s3.S3Storage;

/** Prepares S3 trials: the object that all functions fetch, or a place for each function's upload, behind its link. */
final class S3Trials {
    private final S3Storage storage;
    private final Links links;

    S3Trials(S3Storage storage, Links links) {
        this.storage = storage;
        this.links = links;
    }

    LocalTrial prepare(TrialSpec spec, Workload.S3 workload) throws LabException, InterruptedException {
        OpenLinks open = links.open(spec.network(), Collections.nCopies(spec.functions(), storage.address()));
        try {
            return workload.direction() == Direction.DOWNLOAD
                    ? downloads(spec, workload, open)
                    : uploads(spec, workload, open);
        } catch (LabException | InterruptedException failed) {
            open.close();
            throw failed;
        }
    }

    private LocalTrial downloads(TrialSpec spec, Workload.S3 workload, OpenLinks open)
            throws LabException, InterruptedException {
        String key = storage.sharedObject(workload.objectSize());
        List<Task> tasks = new ArrayList<>();
        for (int worker = 0; worker < spec.functions(); worker++) {
            tasks.add(new Task.S3Get(
                    storage.downloadUrl(key, open.address(worker)),
                    workload.objectSize().bytes(),
                    workload.connections(),
                    workload.partSize().bytes(),
                    workload.intervalMs()));
        }
        return new LocalTrial(tasks, open, LocalTrial.CleanUp.NOTHING);
    }

    private LocalTrial uploads(TrialSpec spec, Workload.S3 workload, OpenLinks open)
            throws LabException, InterruptedException {
        String trial = UUID.randomUUID().toString();
        List<S3Upload> uploads = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        try {
            for (int worker = 0; worker < spec.functions(); worker++) {
                S3Upload upload = storage.openUpload(
                        "upload-" + trial + "-" + worker,
                        workload.objectSize(),
                        workload.connections(),
                        workload.partSize(),
                        open.address(worker));
                uploads.add(upload);
                tasks.add(new Task.S3Put(
                        upload.urls(),
                        workload.objectSize().bytes(),
                        workload.connections(),
                        upload.partSize().bytes(),
                        workload.intervalMs()));
            }
        } catch (LabException | InterruptedException failed) {
            try {
                new UploadCleanUp(uploads).run();
            } catch (LabException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed;
        }
        return new LocalTrial(tasks, open, new UploadCleanUp(uploads));
    }
}
