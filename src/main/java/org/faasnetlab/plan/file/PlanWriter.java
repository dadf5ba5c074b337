package org.faasnetlab.plan.file;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.workload.QuantityFormat;

/** Writes all settings of a plan, so that later changes of the defaults do not affect the file. */
final class PlanWriter {
    private PlanWriter() {}

    static void write(ExperimentPlan plan, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeNumberField(PlanReader.VERSION_KEY, PlanReader.VERSION);
        to.writeStringField(PlanReader.PRESET_KEY, plan.preset());
        to.writeStringField(PlanReader.TITLE_KEY, plan.title());
        to.writeStringField(PlanReader.TRANSFER_KEY, plan.type().id());
        to.writeObjectFieldStart(PlanReader.FACTORS_KEY);
        for (Setting setting : PlanReader.settings(plan.type(), true)) {
            to.writeArrayFieldStart(setting.details().fileKey());
            for (String value : setting.read(plan).split(",")) {
                write(setting.details().quantity(), value, to);
            }
            to.writeEndArray();
        }
        to.writeEndObject();
        for (Setting setting : PlanReader.settings(plan.type(), false)) {
            to.writeFieldName(setting.details().fileKey());
            write(setting.details().quantity(), setting.read(plan), to);
        }
        to.writeEndObject();
    }

    private static void write(QuantityFormat quantity, String value, JsonGenerator to) throws IOException {
        if (quantity == QuantityFormat.COUNT) {
            to.writeNumber(Integer.parseInt(value));
        } else {
            to.writeString(quantity.toFile(value));
        }
    }
}
