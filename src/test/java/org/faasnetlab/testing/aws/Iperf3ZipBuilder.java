package org.faasnetlab.testing.aws;

import java.io.IOException;
import java.nio.file.Path;
import org.faasnetlab.testing.process.ExternalTools;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Packs this computer's iperf3 as a server does when it boots. */
public final class Iperf3ZipBuilder {
    private Iperf3ZipBuilder() {}

    /** @param folder folder for the zip */
    public static void into(S3Client s3, String bucket, String key, Path folder)
            throws IOException, InterruptedException {
        Path zip = in(folder);
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(zip));
    }

    /** Creates the zip in this folder. */
    public static Path in(Path folder) throws IOException, InterruptedException {
        ExternalTools.require("zip");
        Path zip = folder.resolve("iperf3.zip");
        ExternalTools.run(
                        Path.of("server-scripts", "pack-iperf3.sh"),
                        ExternalTools.require("iperf3").toString(),
                        zip.toString())
                .succeeds();
        return zip;
    }
}
