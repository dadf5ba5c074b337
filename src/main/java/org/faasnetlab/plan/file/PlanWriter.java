package org.faasnetlab.plan.file;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.faasnetlab.plan.ExperimentPlan;

/** Writes all of a plan, so that a file means the same whatever the defaults of a later version are. */
final class PlanWriter {
    private PlanWriter() {}

    static void write(ExperimentPlan plan, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeNumberField(PlanReader.VERSION_KEY, PlanReader.VERSION);
        to.writeStringField(PlanReader.PRESET_KEY, plan.preset());
        to.writeStringField(PlanReader.TITLE_KEY, plan.title());
        to.writeStringField(PlanReader.TRANSFER_KEY, plan.transfer().word());
        to.writeObjectFieldStart(PlanReader.FACTORS_KEY);
        for (PlanKey key : PlanKey.of(plan.transfer(), true)) {
            to.writeArrayFieldStart(key.key());
            for (String value : key.setting().read(plan).split(",")) {
                write(key, value, to);
            }
            to.writeEndArray();
        }
        to.writeEndObject();
        for (PlanKey key : PlanKey.of(plan.transfer(), false)) {
            to.writeFieldName(key.key());
            write(key, key.setting().read(plan), to);
        }
        to.writeEndObject();
    }

    private static void write(PlanKey key, String value, JsonGenerator to) throws IOException {
        if (key.quantity() == QuantityFormat.COUNT) {
            to.writeNumber(Integer.parseInt(value));
        } else {
            to.writeString(key.quantity().toFile(value));
        }
    }
}
