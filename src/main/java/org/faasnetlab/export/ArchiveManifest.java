package org.faasnetlab.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of itself.
 *
 * @param version of the archive's form
 * @param tables version of the tables in it
 * @param files all other files of the archive
 */
public record ArchiveManifest(int version, int tables, List<Entry> files) {
    public static final String NAME = "manifest.json";
    static final String FORMAT = "faasnetlab-runs";

    /** Version of the form that this program writes, and the newest that it reads. */
    public static final int VERSION = 1;

    /**
     * @param bytes its size when unpacked
     * @param sha256 checksum of its content in hexadecimal digits
     */
    public record Entry(String name, long bytes, String sha256) {}

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

    byte[] json() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator to = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            to.writeStartObject();
            to.writeStringField("format", FORMAT);
            to.writeNumberField("version", version);
            to.writeNumberField("tables", tables);
            to.writeArrayFieldStart("files");
            for (Entry file : files) {
                to.writeStartObject();
                to.writeStringField("name", file.name());
                to.writeNumberField("bytes", file.bytes());
                to.writeStringField("sha256", file.sha256());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
        return out.toByteArray();
    }

    /**
     * Reads a manifest; of a newer version it reads no more than that version.
     *
     * @throws IOException if it is none
     */
    public static ArchiveManifest parse(byte[] json) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        int version = 0;
        int tables = 0;
        @Nullable String format = null;
        List<Entry> files = new ArrayList<>();
        try (JsonParser from = factory.createParser(json)) {
            expect(from.nextToken(), JsonToken.START_OBJECT);
            while (from.nextToken() == JsonToken.FIELD_NAME) {
                String field = from.currentName();
                from.nextToken();
                switch (field) {
                    case "format" -> format = from.getText();
                    case "version" -> version = from.getIntValue();
                    case "tables" -> tables = from.getIntValue();
                    case "files" -> {
                        if (version <= VERSION) {
                            files(from, files);
                        } else {
                            from.skipChildren();
                        }
                    }
                    default -> from.skipChildren();
                }
            }
        }
        if (!Objects.equals(format, FORMAT) || version < 1) {
            throw new IOException("not the manifest of a run archive");
        }
        return new ArchiveManifest(version, tables, files);
    }

    private static void files(JsonParser from, List<Entry> files) throws IOException {
        expect(from.currentToken(), JsonToken.START_ARRAY);
        while (from.nextToken() == JsonToken.START_OBJECT) {
            String name = "";
            long bytes = -1;
            String sha256 = "";
            while (from.nextToken() == JsonToken.FIELD_NAME) {
                String field = from.currentName();
                from.nextToken();
                switch (field) {
                    case "name" -> name = from.getText();
                    case "bytes" -> bytes = from.getLongValue();
                    case "sha256" -> sha256 = from.getText();
                    default -> from.skipChildren();
                }
            }
            files.add(new Entry(name, bytes, sha256));
        }
    }

    private static void expect(@Nullable JsonToken found, JsonToken wanted) throws IOException {
        if (found != wanted) {
            throw new IOException("not the manifest of a run archive: expected " + wanted + ", found " + found);
        }
    }
}
