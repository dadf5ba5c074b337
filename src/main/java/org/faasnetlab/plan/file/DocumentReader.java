package org.faasnetlab.plan.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faasnetlab.format.Phrase;

/**
 * Parses the nodes of one document. Both formats produce the same tokens; only YAML has aliases and multiple documents.
 */
final class DocumentReader {
    /** Maximum nesting; a plan has three levels. */
    private static final int MAX_DEPTH = 5;

    /** Where Jackson has the text of the document if that is enabled; the position follows. */
    private static final Pattern REDACTED_SOURCE = Pattern.compile("\\[Source: [^;\\]]*; ([^\\]]*)\\]");

    private final JsonParser parser;
    private final Path file;

    /** @param file file name for messages */
    DocumentReader(JsonParser parser, Path file) {
        this.parser = parser;
        this.file = file;
    }

    /** The whole document. */
    DocumentNode read() throws IOException, PlanFileException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new PlanFileException(
                        file,
                        DocumentNode.Position.START,
                        Phrase.of("The file is empty."),
                        Phrase.of("Create one with 'faasnetlab plan save'."));
            }
            DocumentNode document = node(0);
            if (parser.nextToken() != null) {
                throw new PlanFileException(
                        file,
                        position(),
                        Phrase.of("The file contains more than one document."),
                        Phrase.of("Save each plan in a separate file."));
            }
            return document;
        } catch (JsonProcessingException e) {
            throw syntax(e);
        }
    }

    private DocumentNode node(int depth) throws IOException, PlanFileException {
        DocumentNode.Position position = position();
        if (depth > MAX_DEPTH) {
            throw new PlanFileException(
                    file,
                    position,
                    Phrase.of("The nesting is too deep for a plan."),
                    Phrase.of("For the format, run 'faasnetlab plan schema'."));
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new PlanFileException(
                    file, position, Phrase.of("Aliases are not supported."), Phrase.of("Write the value itself."));
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(position, depth);
            case START_ARRAY -> items(position, depth);
            case VALUE_NULL ->
                throw new PlanFileException(
                        file, position, Phrase.of("Missing value."), Phrase.of("Specify a value, or remove the key."));
            default -> new DocumentNode.Scalar(position, parser.getText());
        };
    }

    private DocumentNode fields(DocumentNode.Position position, int depth) throws IOException, PlanFileException {
        Map<String, DocumentNode.Entry> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            DocumentNode.Position key = position();
            String name = parser.currentName();
            DocumentNode.Entry before = fields.get(name);
            if (before != null) {
                throw new PlanFileException(
                        file,
                        key,
                        Phrase.of(
                                "Duplicate key \"{0}\"; first used in line {1}.",
                                name, before.key().line()),
                        Phrase.of("Specify it once."));
            }
            parser.nextToken();
            fields.put(name, new DocumentNode.Entry(key, node(depth + 1)));
        }
        return new DocumentNode.Mapping(position, fields);
    }

    private DocumentNode items(DocumentNode.Position position, int depth) throws IOException, PlanFileException {
        List<DocumentNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new DocumentNode.Sequence(position, items);
    }

    private DocumentNode.Position position() {
        return position(parser.currentTokenLocation());
    }

    private static DocumentNode.Position position(JsonLocation location) {
        return new DocumentNode.Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private PlanFileException syntax(JsonProcessingException malformed) {
        DocumentNode.Position position =
                malformed.getLocation() == null ? position() : position(malformed.getLocation());
        // The other lines are excerpts of the file and positions, which the message already has.
        String what = malformed
                .getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .limit(2)
                .collect(Collectors.joining(", "));
        what = REDACTED_SOURCE.matcher(what).replaceAll("$1");
        return new PlanFileException(
                file,
                position,
                Phrase.of("Syntax error: {0}.", what.replaceFirst("[.;:]+$", "")),
                Phrase.of("Correct it. Files named *.json must be JSON, all others YAML."));
    }
}
