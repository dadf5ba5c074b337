package org.faasnetlab.plan.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parses the nodes of one document. Both formats produce the same tokens; only YAML has aliases and multiple documents.
 */
final class DocumentReader {
    /** Maximum nesting; a plan has three levels. */
    private static final int DEEPEST = 5;

    private final JsonParser parser;

    DocumentReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The whole document. */
    DocumentNode read() throws IOException, InvalidNodeException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new InvalidNodeException(
                        SourcePosition.START, "The file is empty.", "Create one with 'faasnetlab plan save'.");
            }
            DocumentNode document = node(0);
            if (parser.nextToken() != null) {
                throw new InvalidNodeException(
                        here(), "The file contains more than one document.", "Save each plan in a separate file.");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw syntax(e);
        }
    }

    private DocumentNode node(int depth) throws IOException, InvalidNodeException {
        SourcePosition place = here();
        if (depth > DEEPEST) {
            throw new InvalidNodeException(
                    place, "The nesting is too deep for a plan.", "For the format, run 'faasnetlab plan schema'.");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new InvalidNodeException(place, "Aliases are not supported.", "Write the value itself.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(place, depth);
            case START_ARRAY -> items(place, depth);
            case VALUE_NULL ->
                throw new InvalidNodeException(place, "Missing value.", "Specify a value, or remove the key.");
            default -> new DocumentNode.Scalar(place, parser.getText());
        };
    }

    private DocumentNode fields(SourcePosition place, int depth) throws IOException, InvalidNodeException {
        Map<String, DocumentNode.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            SourcePosition key = here();
            String name = parser.currentName();
            DocumentNode.Field before = fields.get(name);
            if (before != null) {
                throw new InvalidNodeException(
                        key,
                        "Duplicate key \"" + name + "\"; first used in line "
                                + before.key().line() + ".",
                        "Specify it once.");
            }
            parser.nextToken();
            fields.put(name, new DocumentNode.Field(key, node(depth + 1)));
        }
        return new DocumentNode.Fields(place, fields);
    }

    private DocumentNode items(SourcePosition place, int depth) throws IOException, InvalidNodeException {
        List<DocumentNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new DocumentNode.Items(place, items);
    }

    private SourcePosition here() {
        return place(parser.currentTokenLocation());
    }

    private static SourcePosition place(JsonLocation location) {
        return new SourcePosition(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private InvalidNodeException syntax(JsonProcessingException malformed) {
        SourcePosition place = malformed.getLocation() == null ? here() : place(malformed.getLocation());
        // The other lines are excerpts of the file and positions, which the message already has.
        String what = malformed
                .getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .limit(2)
                .collect(Collectors.joining(", "));
        return new InvalidNodeException(
                place,
                "Syntax error: " + what.replaceFirst("[.;:]+$", "") + ".",
                "Correct it. Files named *.json must be JSON, all others YAML.");
    }
}
