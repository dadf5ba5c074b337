package org.faasnetlab.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.faasnetlab.store.EvidenceRow;
import org.jspecify.annotations.Nullable;

/** What was observed beside the functions of a trial, in its JSON document. */
final class EvidenceJson {
    private EvidenceJson() {}

    /** @param evidence null for a trial of which nothing was recorded */
    static void write(JsonGenerator to, @Nullable EvidenceRow evidence) throws IOException {
        if (evidence == null) {
            to.writeNullField("evidence");
            return;
        }
        to.writeObjectFieldStart("evidence");
        JsonValues.writeDecimal(to, "lead_ms", ExportNumbers.millis(evidence.leadMicros()));
        JsonValues.writeShare(to, "computer_busy_median", evidence.computerBusy());
        JsonValues.writeShare(to, "computer_busy_most", evidence.computerBusyMost());
        JsonValues.writeNumber(
                to,
                "computer_busy_samples",
                evidence.computerSamples() == null
                        ? null
                        : (Long) evidence.computerSamples().longValue());
        JsonValues.writeShare(to, "server_busy", evidence.serverBusy());
        JsonValues.writeShare(to, "server_disk_busy", evidence.serverDiskBusy());
        JsonValues.writeNumber(to, "server_limit_bit_per_s", ExportNumbers.bitsPerSecond(evidence.serverLimit()));
        JsonValues.writeNumber(to, "function_cap_bit_per_s", ExportNumbers.bitsPerSecond(evidence.functionCap()));
        JsonValues.writeBoolean(to, "inside_vpc", evidence.insideVpc());
        to.writeEndObject();
    }
}
