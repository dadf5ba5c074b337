package org.faasnetlab.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.jspecify.annotations.Nullable;

/** Converts a {@link FunctionRecord} to and from one line of JSON, without the line terminator. */
public final class RecordJson {
    private static final RecordRanges RANGES = new RecordRanges();

    private RecordJson() {}

    public static String write(FunctionRecord functionRecord) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JsonFields.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            functionRecord.accept(new FieldWriter(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
        return out.toString();
    }

    private static final class FieldWriter implements FunctionRecord.Handler<IOException> {
        private final JsonGenerator json;

        FieldWriter(JsonGenerator json) {
            this.json = json;
        }

        @Override
        public void on(FunctionRecord.Ready ready) throws IOException {
            json.writeStringField("type", "ready");
            json.writeStringField("sandboxId", ready.sandboxId());
            json.writeStringField("logStream", ready.logStream());
            json.writeBooleanField("cold", ready.cold());
            json.writeNumberField("memoryMb", ready.memoryMb());
            json.writeStringField("architecture", ready.architecture());
            json.writeStringField("runtime", ready.runtime());
            json.writeNumberField("clockEpochUs", ready.clockEpochMicros());
            if (ready.iperf3Version() != null) {
                json.writeStringField("iperf3Version", ready.iperf3Version());
            }
            if (ready.receivedEpochMicros() != null) {
                json.writeNumberField("receivedEpochUs", ready.receivedEpochMicros());
            }
            if (!ready.system().isEmpty()) {
                json.writeObjectFieldStart("system");
                for (Map.Entry<String, String> fact : ready.system().entrySet()) {
                    json.writeStringField(fact.getKey(), fact.getValue());
                }
                json.writeEndObject();
            }
        }

        @Override
        public void on(FunctionRecord.Started started) throws IOException {
            json.writeStringField("type", "started");
            json.writeNumberField("offsetUs", started.offsetMicros());
            if (started.command() != null) {
                json.writeStringField("command", started.command());
            }
        }

        @Override
        public void on(FunctionRecord.Measured measured) throws IOException {
            Interval interval = measured.interval();
            json.writeStringField("type", "interval");
            json.writeNumberField("offsetUs", interval.offsetMicros());
            json.writeNumberField("durationUs", interval.durationMicros());
            json.writeNumberField("bytes", interval.bytes());
            optional(json, "retransmits", interval.retransmits());
            writeMetrics(json, interval.metrics());
        }

        @Override
        public void on(FunctionRecord.Heartbeat heartbeat) throws IOException {
            json.writeStringField("type", "heartbeat");
        }

        @Override
        public void on(FunctionRecord.Finished finished) throws IOException {
            json.writeStringField("type", "finished");
            json.writeNumberField("senderBytes", finished.senderBytes());
            json.writeNumberField("receiverBytes", finished.receiverBytes());
            json.writeNumberField("offsetUs", finished.offsetMicros());
            json.writeNumberField("durationUs", finished.durationMicros());
            optional(json, "retransmits", finished.retransmits());
            optional(json, "mss", finished.mss() == null ? null : finished.mss().longValue());
            optional(json, "firstByteUs", finished.firstByteMicros());
            optional(json, "cpuUs", finished.cpuMicros());
            if (finished.serverProcessors() != null) {
                json.writeNumberField("serverProcessors", finished.serverProcessors());
            }
            writeMetrics(json, finished.metrics());
            if (!finished.probes().isEmpty()) {
                json.writeStringField("probes", finished.probes().toText());
            }
        }

        @Override
        public void on(FunctionRecord.Failed failed) throws IOException {
            json.writeStringField("type", "failed");
            json.writeStringField("reason", failed.reason().id());
            json.writeStringField("message", failed.message());
            json.writeBooleanField("retryable", failed.retryable());
        }
    }

    private static ProbeHistograms probes(JsonFields fields) throws ProtocolException {
        String text = fields.optionalText("probes");
        return text == null ? ProbeHistograms.NONE : ProbeHistograms.parse(text);
    }

    private static void optional(JsonGenerator json, String name, @Nullable Long value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }

    private static void writeMetrics(JsonGenerator json, MetricValues metrics) throws IOException {
        if (metrics.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("metrics");
        for (int i = 0; i < metrics.names().size(); i++) {
            double value = metrics.value(i);
            json.writeFieldName(metrics.names().get(i));
            if (value == (long) value) {
                json.writeNumber((long) value);
            } else {
                json.writeNumber(value);
            }
        }
        json.writeEndObject();
    }

    /**
     * Reads a record from a line of JSON.
     *
     * @throws ProtocolException if the line is not a record, or one of its values is out of range
     */
    public static FunctionRecord read(String line) throws ProtocolException {
        FunctionRecord functionRecord = parse(line);
        functionRecord.accept(RANGES);
        return functionRecord;
    }

    private static FunctionRecord parse(String line) throws ProtocolException {
        JsonFields fields = JsonFields.parse(line);
        String type = fields.text("type");
        try {
            return switch (type) {
                case "ready" ->
                    new FunctionRecord.Ready(
                            fields.text("sandboxId"),
                            fields.text("logStream"),
                            fields.flag("cold"),
                            fields.integer("memoryMb"),
                            fields.text("architecture"),
                            fields.text("runtime"),
                            fields.number("clockEpochUs"),
                            fields.optionalText("iperf3Version"),
                            fields.optionalNumber("receivedEpochUs"),
                            fields.textsByName("system"));
                case "started" -> new FunctionRecord.Started(fields.number("offsetUs"), fields.optionalText("command"));
                case "interval" ->
                    new FunctionRecord.Measured(new Interval(
                            fields.number("offsetUs"),
                            fields.number("durationUs"),
                            fields.number("bytes"),
                            fields.optionalNumber("retransmits"),
                            MetricValues.of(fields.decimals("metrics"))));
                case "heartbeat" -> new FunctionRecord.Heartbeat();
                case "finished" ->
                    new FunctionRecord.Finished(
                            fields.number("senderBytes"),
                            fields.number("receiverBytes"),
                            fields.number("offsetUs"),
                            fields.number("durationUs"),
                            fields.optionalNumber("retransmits"),
                            fields.optionalInteger("mss"),
                            fields.optionalNumber("firstByteUs"),
                            fields.optionalNumber("cpuUs"),
                            fields.optionalDecimal("serverProcessors"),
                            MetricValues.of(fields.decimals("metrics")),
                            probes(fields));
                case "failed" ->
                    new FunctionRecord.Failed(
                            FailureReason.ofId(fields.text("reason")),
                            fields.text("message"),
                            fields.flag("retryable"));
                default -> throw new ProtocolException("unknown record '" + type + "'");
            };
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(String.valueOf(e.getMessage()), e);
        }
    }
}
