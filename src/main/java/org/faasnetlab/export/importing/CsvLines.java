package org.faasnetlab.export.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table line by line: UTF-8, values separated by commas, semicolons or tabs, optionally in quotation marks. A
 * line can have at most {@value #MAX_LINE} characters, so that a file of one endless line is not read into memory.
 */
final class CsvLines {
    static final int MAX_LINE = 10_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;

    private final Reader in;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private final List<String> values = new ArrayList<>();
    private int at;
    private int end;
    private long number;
    private char separator = ',';

    CsvLines(InputStream in) {
        this.in = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** {@code line 3}, for messages. */
    String place() {
        return "line " + number;
    }

    /** The values of the first line, which also shows how values are separated; empty if there is no line. */
    List<String> header() throws IOException, BadFileException {
        if (!readLine()) {
            return List.of();
        }
        if (line.length() > 0 && line.charAt(0) == BYTE_ORDER_MARK) {
            line.deleteCharAt(0);
        }
        if (line.indexOf(",") < 0) {
            separator = line.indexOf(";") >= 0 ? ';' : line.indexOf("\t") >= 0 ? '\t' : ',';
        }
        return List.copyOf(split());
    }

    /** The values of the next line that is not empty, or null at the end. The list is reused for the line after it. */
    @Nullable
    List<String> next() throws IOException, BadFileException {
        while (readLine()) {
            if (line.length() > 0) {
                return split();
            }
        }
        return null;
    }

    private List<String> split() throws BadFileException {
        values.clear();
        int length = line.length();
        int from = 0;
        while (from <= length) {
            if (from < length && line.charAt(from) == '"') {
                from = quoted(from + 1);
            } else {
                int to = from;
                while (to < length && line.charAt(to) != separator) {
                    to++;
                }
                values.add(line.substring(from, to).strip());
                from = to + 1;
            }
        }
        return values;
    }

    /** @return where the next value begins */
    private int quoted(int from) throws BadFileException {
        StringBuilder value = new StringBuilder();
        int i = from;
        while (i < line.length()) {
            char character = line.charAt(i++);
            if (character != '"') {
                value.append(character);
            } else if (i < line.length() && line.charAt(i) == '"') {
                value.append('"');
                i++;
            } else if (i == line.length() || line.charAt(i) == separator) {
                values.add(value.toString());
                return i + 1;
            } else {
                throw new BadFileException(place(), "a character follows a closing quotation mark");
            }
        }
        throw new BadFileException(place(), "a quotation mark is not closed in this line");
    }

    private boolean readLine() throws IOException, BadFileException {
        line.setLength(0);
        number++;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (line.length() + at - from > MAX_LINE) {
                throw new BadFileException(place(), "the line has more than " + MAX_LINE + " characters");
            }
            line.append(buffer, from, at - from);
            if (at < end) {
                at++;
                break;
            }
        }
        if (line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return any;
    }

    private boolean fill() throws IOException, BadFileException {
        try {
            at = 0;
            end = Math.max(0, in.read(buffer));
            return end > 0;
        } catch (CharacterCodingException e) {
            throw new BadFileException("after " + place(), "the text is not UTF-8");
        }
    }
}
