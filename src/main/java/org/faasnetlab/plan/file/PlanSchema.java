package org.faasnetlab.plan.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.workload.QuantityFormat;
import org.faasnetlab.workload.SettingDescription;
import org.faasnetlab.workload.WorkloadType;

/**
 * The format of plan files as a JSON schema (draft 2020-12), for completion and validation in editors. A file that
 * matches it may still be rejected: only the program checks ranges with units and combinations of settings.
 */
public final class PlanSchema {
    private final Presets presets;

    public PlanSchema(Presets presets) {
        this.presets = presets;
    }

    /** The schema as JSON. */
    public String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = new JsonFactory().createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            to.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            write(to);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write text to memory", e);
        }
        return text + "\n";
    }

    private void write(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
        to.writeStringField("title", "FaaS Network Lab plan");
        to.writeStringField("type", "object");
        to.writeBooleanField("additionalProperties", false);
        to.writeArrayFieldStart("required");
        to.writeString(PlanReader.VERSION_KEY);
        to.writeString(PlanReader.PRESET_KEY);
        to.writeEndArray();
        to.writeObjectFieldStart("properties");
        head(to);
        for (Setting setting : presets.settings().all()) {
            if (!setting.isFactor()) {
                SettingDescription key = setting.details();
                to.writeObjectFieldStart(key.fileKey());
                to.writeStringField("description", key.inFile());
                value(to, key);
                to.writeEndObject();
            }
        }
        to.writeEndObject();
        to.writeEndObject();
    }

    private void head(JsonGenerator to) throws IOException {
        to.writeObjectFieldStart(PlanReader.VERSION_KEY);
        to.writeStringField("description", "format version");
        to.writeNumberField("const", PlanReader.VERSION);
        to.writeEndObject();
        to.writeObjectFieldStart(PlanReader.PRESET_KEY);
        to.writeStringField("description", "preset to start from; it provides all settings that are not specified");
        values(to, presets.all().stream().map(Preset::name).toArray(String[]::new));
        to.writeEndObject();
        to.writeObjectFieldStart(PlanReader.TITLE_KEY);
        to.writeStringField("description", "title of the run");
        to.writeStringField("type", "string");
        to.writeNumberField("minLength", 1);
        to.writeNumberField("maxLength", PlanReader.MAX_TITLE_LENGTH);
        to.writeEndObject();
        to.writeObjectFieldStart(PlanReader.TRANSFER_KEY);
        to.writeStringField("description", "transfer of the preset");
        values(to, presets.workloads().types().stream().map(WorkloadType::id).toArray(String[]::new));
        to.writeEndObject();
        factors(to);
    }

    private static void values(JsonGenerator to, String... values) throws IOException {
        to.writeArrayFieldStart("enum");
        for (String value : values) {
            to.writeString(value);
        }
        to.writeEndArray();
    }

    private void factors(JsonGenerator to) throws IOException {
        to.writeObjectFieldStart(PlanReader.FACTORS_KEY);
        to.writeStringField("description", "factors; every combination of their values is a cell");
        to.writeStringField("type", "object");
        to.writeBooleanField("additionalProperties", false);
        to.writeObjectFieldStart("properties");
        for (Setting setting : presets.settings().all()) {
            if (setting.isFactor()) {
                SettingDescription key = setting.details();
                to.writeObjectFieldStart(key.fileKey());
                to.writeStringField("description", key.inFile());
                to.writeArrayFieldStart("oneOf");
                to.writeStartObject();
                value(to, key);
                to.writeEndObject();
                to.writeStartObject();
                to.writeStringField("type", "array");
                to.writeNumberField("minItems", 1);
                to.writeBooleanField("uniqueItems", true);
                to.writeObjectFieldStart("items");
                value(to, key);
                to.writeEndObject();
                to.writeEndObject();
                to.writeEndArray();
                to.writeEndObject();
            }
        }
        to.writeEndObject();
        to.writeEndObject();
    }

    private static void value(JsonGenerator to, SettingDescription key) throws IOException {
        if (key.quantity() == QuantityFormat.COUNT) {
            to.writeStringField("type", "integer");
        } else {
            to.writeStringField("type", "string");
            to.writeStringField("pattern", "^(" + key.quantity().pattern() + ")$");
        }
    }
}
