package org.faasnetlab.plan.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.preset.Presets;

/** Reads and writes plan files: JSON if the name ends in {@code .json}, YAML otherwise. */
public final class PlanFiles {
    /** Maximum file size; a plan that lists ten thousand numbers of functions has a tenth of this. */
    private static final int MAX_BYTES = 1 << 20;

    private final Presets presets;
    private final JsonFactory json = new JsonFactory();
    private final JsonFactory yaml = YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    public PlanFiles(Presets presets) {
        this.presets = presets;
    }

    /**
     * Whether a file is a plan by its name, or, because results of iperf3 are JSON too, by the preset that it names.
     * {@link #read} states what is wrong with it; a file that cannot be read is none.
     */
    public boolean isPlan(Path file) {
        if (!isJson(file)) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".yaml") || name.endsWith(".yml");
        }
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = json.createParser(in.readNBytes(MAX_BYTES))) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            while (object && parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals(PlanReader.PRESET_KEY)) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException e) {
            return false; // also the end of a longer file
        }
    }

    /**
     * Reads the plan in a file.
     *
     * @throws PlanFileException if the file cannot be read, is not a plan, or its plan is invalid
     */
    public ExperimentPlan read(Path file) throws PlanFileException {
        return read(file, content(file));
    }

    /**
     * Parses a plan.
     *
     * @param file file name for messages; decides the format
     * @throws PlanFileException if the text is not a plan, or its plan is invalid
     */
    public ExperimentPlan read(Path file, String text) throws PlanFileException {
        try (JsonParser parser = format(file).createParser(text)) {
            return new PlanReader(presets, file).read(new DocumentReader(parser, file).read());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * The text of a plan, which {@link #read} parses to an equal plan.
     *
     * @param file decides the format by its name
     */
    public String write(Path file, ExperimentPlan plan) {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = format(file).createGenerator(text)) {
            if (isJson(file)) {
                to.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            PlanWriter.write(plan, to);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write text to memory", e);
        }
        return text.toString().stripTrailing() + "\n";
    }

    private JsonFactory format(Path file) {
        return isJson(file) ? json : yaml;
    }

    private static boolean isJson(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static String content(Path file) throws PlanFileException {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
                throw new PlanFileException(
                        file,
                        DocumentNode.Position.START,
                        Phrase.of("The file is larger than 1 MiB."),
                        Phrase.of("Plans are much smaller. Specify another file."));
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new PlanFileException(
                    file, Phrase.of("The file does not exist."), Phrase.of("Specify a plan file."), e);
        } catch (CharacterCodingException e) {
            throw new PlanFileException(
                    file, Phrase.of("The file is not UTF-8 text."), Phrase.of("Save it as UTF-8."), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static PlanFileException unreadable(Path file, IOException cause) {
        return new PlanFileException(
                file,
                Phrase.of("Cannot read the file ({0}).", cause.getMessage()),
                Phrase.of("Check its path and permissions."),
                cause);
    }
}
