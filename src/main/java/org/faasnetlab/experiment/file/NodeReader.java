package org.faasnetlab.experiment.file;

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

/** Reads the nodes of one document. Both formats come as the same tokens; only YAML has aliases and several documents. */
final class NodeReader {
    /** A plan has three levels. */
    private static final int DEEPEST = 5;

    private final JsonParser parser;

    NodeReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The whole document. */
    Node read() throws IOException, Problem {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Problem(Place.START, "The file is empty.", "Write one with 'faasnetlab plan save'.");
            }
            Node document = node(0);
            if (parser.nextToken() != null) {
                throw new Problem(here(), "There is more than one document.", "Put each plan into a file of its own.");
            }
            return document;
        } catch (JsonProcessingException malformed) {
            throw syntax(malformed);
        }
    }

    private Node node(int depth) throws IOException, Problem {
        Place place = here();
        if (depth > DEEPEST) {
            throw new Problem(place, "This is nested too deep for a plan.", "See 'faasnetlab plan schema'.");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new Problem(place, "Aliases are not read.", "Write the value out.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(place, depth);
            case START_ARRAY -> items(place, depth);
            case VALUE_NULL -> throw new Problem(place, "There is no value here.", "Give one, or leave the key out.");
            default -> new Node.Scalar(place, parser.getText());
        };
    }

    private Node fields(Place place, int depth) throws IOException, Problem {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place key = here();
            String name = parser.currentName();
            Node.Field before = fields.get(name);
            if (before != null) {
                throw new Problem(
                        key,
                        "'" + name + "' is given twice; the first is in line "
                                + before.key().line() + ".",
                        "Give it once.");
            }
            parser.nextToken();
            fields.put(name, new Node.Field(key, node(depth + 1)));
        }
        return new Node.Fields(place, fields);
    }

    private Node items(Place place, int depth) throws IOException, Problem {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new Node.Items(place, items);
    }

    private Place here() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(JsonLocation location) {
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private Problem syntax(JsonProcessingException malformed) {
        Place place = malformed.getLocation() == null ? here() : place(malformed.getLocation());
        // The lines between are excerpts of the file and places, which the message has already.
        String what = malformed
                .getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .limit(2)
                .collect(Collectors.joining(", "));
        return new Problem(
                place,
                "This cannot be read: " + what.replaceFirst("[.;:]+$", "") + ".",
                "Correct it; a file of the name *.json must be JSON, any other YAML.");
    }
}
