package org.faasnetlab.export.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.format.PrintableText;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.workload.imported.ImportedType;
import org.jspecify.annotations.Nullable;

/**
 * Reads what iperf3 writes with {@code -J} and {@code --json-stream}: of a client or a server, which writes one document
 * for each test. Only flat objects are held in memory, so that a file cannot exhaust it.
 */
final class Iperf3Json {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_TEXT = 1_000_000;
    private static final int MAX_FIELDS = 200;
    private static final int MAX_INTERVALS = 2_000_000;
    private static final int MAX_TESTS = 10_000;
    private static final int MAX_STREAMS = 128;
    private static final int MAX_SECONDS = 86_400;
    private static final double DAY_SECONDS = 86_400;
    /** Starts of intervals repeat the end of the one before it within this time. */
    private static final long ROUNDING_MICROS = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .build())
            // The rest of the stream is read for the checksum.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final List<Iperf3Test> tests = new ArrayList<>();
    private int intervals;

    /** @throws BadFileException if it is no output of iperf3 */
    List<Iperf3Test> read(InputStream in) throws IOException, BadFileException {
        try (JsonParser json = JSON.createParser(in)) {
            Iperf3Test streamed = null;
            try {
                while (json.nextToken() != null) {
                    if (json.currentToken() != JsonToken.START_OBJECT) {
                        throw new BadFileException(place(json), "expected an object");
                    }
                    streamed = document(json, streamed);
                }
            } catch (JsonEOFException e) {
                // A program that was killed leaves an unfinished last line; the lines before it are complete.
                if (streamed == null) {
                    throw e;
                }
            }
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (CharConversionException e) {
            // JSON may be UTF-8, UTF-16 or UTF-32 (RFC 4627), which its first bytes decide.
            BadFileException bad = new BadFileException("the text has characters that do not exist");
            bad.initCause(e);
            throw bad;
        }
        if (tests.isEmpty()) {
            throw new BadFileException("the file contains no test of iperf3");
        }
        return tests;
    }

    private static BadFileException unreadable(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? "unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        String reason = e instanceof JsonEOFException
                ? "the file ends in the middle of a document"
                : PrintableText.line(String.valueOf(e.getOriginalMessage()), 200);
        BadFileException bad = new BadFileException(where, reason);
        bad.initCause(e);
        return bad;
    }

    private static String place(JsonParser json) {
        return "line " + json.currentTokenLocation().getLineNr() + ", column "
                + json.currentTokenLocation().getColumnNr();
    }

    /**
     * @param streamed the test to which events belong
     * @return the same, or the test that this event starts; null after a document of a whole test
     */
    private @Nullable Iperf3Test document(JsonParser json, @Nullable Iperf3Test streamed)
            throws IOException, BadFileException {
        Iperf3Test whole = new Iperf3Test();
        boolean isWhole = false;
        String event = "";
        Iperf3Test current = streamed;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "event" -> event = json.getValueAsString("");
                case "data" -> {
                    if (event.equals("start")) {
                        current = begun(new Iperf3Test(), json);
                    }
                    event(json, event, current);
                }
                case "start" -> {
                    begun(whole, json);
                    isWhole = true;
                    start(json, whole);
                }
                case "intervals" -> intervals(json, whole);
                case "end" -> end(json, whole);
                case "error" -> whole.error = PrintableText.line(json.getValueAsString(""), 500);
                default -> json.skipChildren();
            }
        }
        if (!isWhole && event.isEmpty()) {
            throw new BadFileException(place(json), "neither a test nor an event of iperf3");
        }
        return isWhole ? null : current;
    }

    private Iperf3Test begun(Iperf3Test test, JsonParser json) throws BadFileException {
        if (tests.size() == MAX_TESTS) {
            throw new BadFileException(place(json), "more than " + MAX_TESTS + " tests");
        }
        tests.add(test);
        return test;
    }

    private void event(JsonParser json, String event, @Nullable Iperf3Test test) throws IOException, BadFileException {
        if (test == null) {
            throw new BadFileException(place(json), "an event before the start of a test");
        }
        switch (event) {
            case "start" -> start(json, test);
            case "interval" -> interval(json, test);
            case "end" -> end(json, test);
            case "error" -> test.error = PrintableText.line(json.getValueAsString(""), 500);
            default -> json.skipChildren();
        }
    }

    private void start(JsonParser json, Iperf3Test test) throws IOException, BadFileException {
        requireObject(json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "version" -> test.version = text(json);
                case "system_info" -> test.system = text(json);
                case "cookie" -> test.cookie = text(json);
                case "accepted_connection" -> {
                    test.server = true;
                    json.skipChildren();
                }
                case "tcp_mss_default", "tcp_mss" ->
                    test.mss = json.getValueAsLong(0) > 0 ? json.getValueAsLong() : null;
                case "timestamp" -> {
                    Fields time = fields(json);
                    Double millis = time.number("timemillisecs", 0, 253_402_300_799_999.0);
                    Double seconds = time.number("timesecs", 0, 253_402_300_799.0);
                    test.startedMillis = millis != null
                            ? (Long) millis.longValue()
                            : seconds == null ? null : (Long) (seconds.longValue() * 1000);
                }
                case "test_start" -> {
                    Fields plan = fields(json);
                    test.protocol = plan.text("protocol", "TCP");
                    test.streams = plan.integer("num_streams", 1, 1, MAX_STREAMS);
                    test.omitSeconds = plan.integer("omit", 0, 0, MAX_SECONDS);
                    test.plannedSeconds = plan.integer("duration", 0, 0, MAX_SECONDS);
                    test.reverse = plan.integer("reverse", 0, 0, 1) == 1;
                }
                default -> json.skipChildren();
            }
        }
    }

    private void intervals(JsonParser json, Iperf3Test test) throws IOException, BadFileException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new BadFileException(place(json), "expected a list of intervals");
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            interval(json, test);
        }
    }

    private void interval(JsonParser json, Iperf3Test test) throws IOException, BadFileException {
        requireObject(json);
        if (++intervals > MAX_INTERVALS) {
            throw new BadFileException(place(json), "more than " + MAX_INTERVALS + " intervals");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "sum" -> add(fields(json), test.main());
                case "sum_bidir_reverse" -> add(fields(json), test.other());
                default -> json.skipChildren();
            }
        }
    }

    /**
     * Adds the sum of an interval. Its start is where the one before it ended: after {@code --omit}, iperf3 reports a wrong
     * start and length for the first interval. A server repeats its last interval, which is left out.
     */
    private static void add(Fields sum, Iperf3Test.Way way) throws BadFileException {
        if (sum.flag("omitted")) {
            way.omitting = true;
            return;
        }
        long before = way.intervals.isEmpty()
                ? 0
                : way.intervals.get(way.intervals.size() - 1).endMicros();
        long start = micros(sum.required("start", 0, DAY_SECONDS));
        long end = micros(sum.required("end", 0, DAY_SECONDS));
        boolean follows = way.omitting || Math.abs(start - before) <= ROUNDING_MICROS;
        way.omitting = false;
        long from = follows ? before : start;
        if (end <= from || from < before) {
            return;
        }
        Map<String, Double> metrics = new HashMap<>();
        Double jitter = sum.number("jitter_ms", 0, 1e9);
        Double lost = sum.number("lost_packets", -1e15, 1e15);
        if (jitter != null) {
            metrics.put(ImportedType.JITTER.id(), jitter * 1000);
        }
        if (lost != null) {
            metrics.put(ImportedType.LOST.id(), Math.max(0, lost));
        }
        Double retransmits = sum.number("retransmits", 0, CsvColumns.MAX_COUNT);
        way.intervals.add(new Interval(
                from,
                end - from,
                (long) sum.required("bytes", 0, CsvColumns.MAX_COUNT),
                retransmits == null ? null : (Long) retransmits.longValue(),
                MetricValues.of(metrics)));
    }

    private void end(JsonParser json, Iperf3Test test) throws IOException, BadFileException {
        requireObject(json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "sum_sent" -> test.main().sent = sum(fields(json));
                case "sum_received" -> test.main().received = sum(fields(json));
                case "sum_sent_bidir_reverse" -> test.other().sent = sum(fields(json));
                case "sum_received_bidir_reverse" -> test.other().received = sum(fields(json));
                case "sum" -> {
                    // UDP before 3.10: bytes that were sent, with the loss that the receiver counted.
                    Fields udp = fields(json);
                    if (test.main().received == null) {
                        test.main().received = received(udp);
                    }
                }
                case "cpu_utilization_percent" -> {
                    Fields cpu = fields(json);
                    test.hostPercent = cpu.number("host_total", 0, 1e6);
                    test.remotePercent = cpu.number("remote_total", 0, 1e6);
                }
                case "sender_tcp_congestion" -> test.congestion = text(json);
                default -> json.skipChildren();
            }
            test.ended = true;
        }
    }

    private static Iperf3Test.@Nullable Sum received(Fields udp) throws BadFileException {
        Double lostPercent = udp.number("lost_percent", 0, 100);
        Iperf3Test.Sum sent = sum(udp);
        return sent == null || lostPercent == null
                ? null
                : new Iperf3Test.Sum(
                        sent.durationMicros(),
                        Math.round(sent.bytes() * (1 - lostPercent / 100)),
                        null,
                        sent.jitterMicros(),
                        sent.lost());
    }

    /** Null without bytes: the end that did not count reports 0, as both do for a test that did not finish. */
    private static Iperf3Test.@Nullable Sum sum(Fields sum) throws BadFileException {
        long bytes = (long) sum.required("bytes", 0, CsvColumns.MAX_COUNT);
        long duration = micros(sum.required("end", 0, DAY_SECONDS)) - micros(sum.required("start", 0, DAY_SECONDS));
        if (bytes == 0 || duration <= 0) {
            return null;
        }
        Double retransmits = sum.number("retransmits", 0, CsvColumns.MAX_COUNT);
        Double jitter = sum.number("jitter_ms", 0, 1e9);
        Double lost = sum.number("lost_packets", -1e15, 1e15);
        return new Iperf3Test.Sum(
                duration,
                bytes,
                retransmits == null ? null : (Long) retransmits.longValue(),
                jitter == null ? null : (Double) (jitter * 1000),
                lost == null ? null : (Long) Math.max(0, lost.longValue()));
    }

    private static long micros(double seconds) {
        return Math.round(seconds * TimeUnit.SECONDS.toMicros(1));
    }

    private static void requireObject(JsonParser json) throws BadFileException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new BadFileException(place(json), "expected an object");
        }
    }

    private static String text(JsonParser json) throws IOException {
        return PrintableText.line(json.getValueAsString(""), 300);
    }

    /** The numbers and texts of a flat object; what is nested in it is skipped. */
    private static Fields fields(JsonParser json) throws IOException, BadFileException {
        requireObject(json);
        Fields fields = new Fields(place(json));
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (fields.values.size() == MAX_FIELDS) {
                throw new BadFileException(place(json), "more than " + MAX_FIELDS + " fields");
            }
            if (value.isNumeric()) {
                fields.values.put(name, json.getDoubleValue());
            } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                fields.values.put(name, text(json));
            } else {
                json.skipChildren();
            }
        }
        return fields;
    }

    /** A flat object with its place in the file. */
    private static final class Fields {
        private final String place;
        private final Map<String, Object> values = new HashMap<>();

        Fields(String place) {
            this.place = place;
        }

        @Nullable
        Double number(String name, double min, double max) throws BadFileException {
            Object value = values.get(name);
            if (value == null) {
                return null;
            }
            if (value instanceof Double number && number >= min && number <= max) {
                return number;
            }
            throw new BadFileException(
                    place,
                    "invalid value " + name + "=" + PrintableText.line(value.toString(), 40) + ": expected "
                            + String.format(Locale.ROOT, "%.0f to %.0f", min, max));
        }

        double required(String name, double min, double max) throws BadFileException {
            Double value = number(name, min, max);
            if (value == null) {
                throw new BadFileException(place, name + " is missing");
            }
            return value;
        }

        int integer(String name, int otherwise, int min, int max) throws BadFileException {
            Double value = number(name, min, max);
            return value == null ? otherwise : value.intValue();
        }

        boolean flag(String name) {
            return "true".equals(values.get(name));
        }

        String text(String name, String otherwise) {
            return values.get(name) instanceof String text ? text : otherwise;
        }
    }
}
