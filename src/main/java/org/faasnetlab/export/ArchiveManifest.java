package org.faasnetlab.export;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What an archive says of itself.
 *
 * @param version of the archive's form
 * @param tables version of the tables in it
 * @param files the tables
 */
public record ArchiveManifest(int version, int tables, List<Entry> files) {
    public static final String NAME = "manifest.json";

    /** The findings of the runs, for {@link #SCRIPT}; not imported, because they follow from the tables. */
    public static final String FINDINGS = "findings.json";

    /** Computes the findings from the tables; not imported. */
    public static final String SCRIPT = "recompute.py";

    static final String FORMAT = "faasnetlab-runs";

    /** Version of the form that this program writes, and the newest that it reads. */
    public static final int VERSION = 2;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /**
     * A file of the archive.
     *
     * @param bytes its size when unpacked
     * @param sha256 checksum of its content in hexadecimal digits
     */
    public record Entry(String name, long bytes, String sha256) {}

    /** The form in which a manifest is written. */
    private record Document(String format, int version, int tables, List<Entry> files) {}

    public ArchiveManifest {
        files = List.copyOf(files);
    }

    /** For the checksum of an entry: SHA-256, which every Java has. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] json() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(out, new Document(FORMAT, version, tables, files));
        return out.toByteArray();
    }

    /**
     * Reads a manifest; of a newer version it reads no more than that version.
     *
     * @throws IOException if it is none
     */
    public static ArchiveManifest parse(byte[] json) throws IOException {
        JsonNode root = MAPPER.readTree(json);
        JsonNode version = root.path("version");
        if (!FORMAT.equals(root.path("format").textValue()) || !version.isInt() || version.intValue() < 1) {
            throw new IOException("not the manifest of a run archive");
        }
        if (version.intValue() > VERSION) {
            return new ArchiveManifest(version.intValue(), root.path("tables").asInt(), List.of());
        }
        Document document = MAPPER.treeToValue(root, Document.class);
        return new ArchiveManifest(document.version(), document.tables(), document.files());
    }
}
