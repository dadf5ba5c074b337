package org.faasnetlab.ui.guide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts the Markdown of this project's documents to a page: headings with the anchors of GitHub, paragraphs, lists,
 * tables, indented code, emphasis, code, and links. Links to other files become text, because only this one is at hand, and
 * pictures are left out.
 */
final class MarkdownPage {
    private static final String STYLE = """
            body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
            code, pre, kbd { font: 0.9em ui-monospace, monospace; background: rgba(127, 127, 127, 0.14); border-radius: 3px; }
            code, kbd { padding: 0.1em 0.3em; }
            pre { padding: 0.8em; overflow-x: auto; }
            table { border-collapse: collapse; }
            th, td { border: 1px solid rgba(127, 127, 127, 0.5); padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
            @media (prefers-color-scheme: dark) { body { background: #0d1117; color: #f0f3f6; } a { color: #58a6ff; } }
            """;

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) (.+)");
    private static final Pattern ITEM = Pattern.compile("(- |[0-9]+[.] +)(.+)");
    private static final Pattern RULE_OF_TABLE = Pattern.compile("[|][ |:-]+[|]");
    private static final Pattern INLINE = Pattern.compile(
            "`([^`]+)`|!\\[([^\\]]*)\\]\\([^)]*\\)|\\[([^\\]]+)\\]\\(([^)]+)\\)|[*]{2}([^*]+)[*]{2}|[*]([^*]+)[*]");
    private static final String CODE_INDENT = "    ";

    private final Deque<String> lines;
    private final StringBuilder html = new StringBuilder();
    private String title = "";

    MarkdownPage(String markdown) {
        lines = new ArrayDeque<>(markdown.lines().toList());
    }

    /** The whole page. */
    String html() {
        while (!lines.isEmpty()) {
            block();
        }
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title + "</title><style>\n"
                + STYLE + "</style></head><body>\n" + html + "</body></html>\n";
    }

    private void block() {
        String line = lines.element();
        Matcher heading = HEADING.matcher(line);
        if (line.isBlank()) {
            lines.remove();
        } else if (heading.matches()) {
            lines.remove();
            heading(heading.group(1).length(), heading.group(2));
        } else if (line.startsWith("|")) {
            table();
        } else if (line.startsWith(CODE_INDENT)) {
            code();
        } else if (ITEM.matcher(line).matches()) {
            list(line.startsWith("-") ? "ul" : "ol");
        } else {
            html.append("<p>").append(inline(paragraph())).append("</p>\n");
        }
    }

    private void heading(int level, String text) {
        if (title.isEmpty()) {
            title = escaped(text);
        }
        html.append(String.format(Locale.ROOT, "<h%1$d id=\"%2$s\">%3$s</h%1$d>%n", level, anchor(text), inline(text)));
    }

    /** As GitHub makes it: letters, digits and hyphens. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    private String paragraph() {
        List<String> text = new ArrayList<>();
        while (!lines.isEmpty() && !startsBlock(lines.element(), text.isEmpty())) {
            text.add(lines.remove().strip());
        }
        return String.join(" ", text);
    }

    private static boolean startsBlock(String line, boolean first) {
        return !first
                && (line.isBlank()
                        || line.startsWith("|")
                        || HEADING.matcher(line).matches()
                        || ITEM.matcher(line).matches());
    }

    private void code() {
        List<String> code = new ArrayList<>();
        while (!lines.isEmpty()
                && (lines.element().startsWith(CODE_INDENT) || lines.element().isBlank())) {
            String line = lines.remove();
            code.add(line.isBlank() ? "" : line.substring(CODE_INDENT.length()));
        }
        html.append("<pre>")
                .append(escaped(String.join("\n", code).stripTrailing()))
                .append("</pre>\n");
    }

    private void list(String tag) {
        html.append('<').append(tag).append(">\n");
        while (!lines.isEmpty()) {
            Matcher item = ITEM.matcher(lines.element());
            if (!item.matches()) {
                break;
            }
            lines.remove();
            StringBuilder text = new StringBuilder(item.group(2));
            while (!lines.isEmpty()
                    && lines.element().startsWith("  ")
                    && !lines.element().isBlank()) {
                text.append(' ').append(lines.remove().strip());
            }
            html.append("<li>").append(inline(text.toString())).append("</li>\n");
        }
        html.append("</").append(tag).append(">\n");
    }

    private void table() {
        html.append("<table>\n");
        String cell = "th";
        while (!lines.isEmpty() && lines.element().startsWith("|")) {
            String row = lines.remove().strip();
            if (RULE_OF_TABLE.matcher(row).matches()) {
                cell = "td";
                continue;
            }
            html.append("<tr>");
            for (String text : cells(row)) {
                html.append('<')
                        .append(cell)
                        .append('>')
                        .append(inline(text))
                        .append("</")
                        .append(cell)
                        .append('>');
            }
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.length() - 1).split("(?<!\\\\)[|]", -1))
                .map(text -> text.strip().replace("\\|", "|"))
                .toList();
    }

    private static String inline(String text) {
        StringBuilder out = new StringBuilder();
        Matcher found = INLINE.matcher(text);
        int end = 0;
        while (found.find()) {
            out.append(escaped(text.substring(end, found.start())));
            end = found.end();
            if (found.group(1) != null) {
                out.append("<code>").append(escaped(found.group(1))).append("</code>");
            } else if (found.group(3) != null) {
                out.append(link(inline(found.group(3)), found.group(4)));
            } else if (found.group(5) != null) {
                out.append("<strong>").append(inline(found.group(5))).append("</strong>");
            } else if (found.group(6) != null) {
                out.append("<em>").append(inline(found.group(6))).append("</em>");
            }
        }
        return out.append(escaped(text.substring(end))).toString();
    }

    private static String link(String text, String target) {
        return target.startsWith("#") || target.startsWith("https://")
                ? "<a href=\"" + escaped(target) + "\">" + text + "</a>"
                : text;
    }

    /** Keys are written as in HTML. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("&lt;kbd&gt;", "<kbd>")
                .replace("&lt;/kbd&gt;", "</kbd>");
    }
}
