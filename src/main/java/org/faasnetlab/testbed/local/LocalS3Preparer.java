package org.faasnetlab.testbed.local;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.s3.S3Upload;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.protocol.task.S3PutTask;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.TrialPreparer;
import org.faasnetlab.testbed.local.s3.S3Storage;
import org.faasnetlab.testbed.local.shaping.LinkFactory;
import org.faasnetlab.testbed.local.shaping.TrialLinks;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.s3.S3Workload;

/** Prepares S3 trials: the object that all functions download, or an upload for each function, behind its link. */
final class LocalS3Preparer implements TrialPreparer<S3Workload> {
    private final LocalServers servers;
    private final LinkFactory links;

    LocalS3Preparer(LocalServers servers, LinkFactory links) {
        this.servers = servers;
        this.links = links;
    }

    @Override
    public LocalTrial prepare(Cell cell, S3Workload workload) throws LabException, InterruptedException {
        S3Storage storage = servers.s3();
        TrialLinks open = links.open(cell.network(), Collections.nCopies(cell.functions(), storage.address()));
        List<S3Upload> uploads = new ArrayList<>();
        try {
            return LocalTrial.probed(
                    cell,
                    servers,
                    tasks(storage, cell, workload, open, uploads),
                    open,
                    storage.busyMeter(cell.functions() * workload.connections()),
                    // Uploads are discarded and not written to disk.
                    workload.direction() == Direction.UPLOAD ? BusyMeter.NONE : storage.diskMeter(),
                    () -> finish(uploads));
        } catch (LabException | InterruptedException failed) {
            open.close();
            try {
                finish(uploads);
            } catch (LabException e) {
                failed.addSuppressed(e);
            }
            throw failed;
        }
    }

    /**
     * Adds each upload to {@code uploads} as soon as it is opened, so that it is cleaned up even if a later one fails.
     */
    private static List<Task> tasks(
            S3Storage storage, Cell cell, S3Workload workload, TrialLinks open, List<S3Upload> uploads)
            throws LabException, InterruptedException {
        // Created in advance, so that it does not delay the preparation of many functions.
        String shared = workload.direction() == Direction.UPLOAD ? null : storage.sharedObject(workload.objectSize());
        String trial = UUID.randomUUID().toString();
        List<Task> tasks = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < cell.functions(); functionIndex++) {
            InetSocketAddress address = open.address(functionIndex);
            if (shared != null && cell.directionOf(functionIndex) == Direction.DOWNLOAD) {
                tasks.add(download(workload, storage.downloadUrl(shared, address)));
            } else {
                S3Upload upload = storage.openUpload(
                        "upload-" + trial + "-" + functionIndex,
                        workload.objectSize(),
                        workload.connections(),
                        workload.partSize(),
                        address);
                uploads.add(upload);
                tasks.add(upload(workload, upload));
            }
        }
        return tasks;
    }

    private static Task download(S3Workload workload, URI url) {
        return new S3GetTask(
                url,
                workload.objectSize().bytes(),
                workload.connections(),
                workload.partSize().bytes(),
                workload.intervalMs());
    }

    private static Task upload(S3Workload workload, S3Upload upload) {
        return new S3PutTask(
                upload.urls(),
                workload.objectSize().bytes(),
                workload.connections(),
                upload.partSize().bytes(),
                workload.intervalMs());
    }

    /**
     * Completes and deletes all uploads of a trial, even if one of them fails. An interrupt is deferred until all are
     * deleted.
     */
    private static void finish(List<S3Upload> uploads) throws LabException {
        boolean interrupted = Thread.interrupted();
        LabException first = null;
        for (S3Upload upload : uploads) {
            try {
                upload.finish();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (LabException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (first != null) {
            throw first;
        }
    }
}
