package org.faasnetlab.report;

import java.util.List;
import org.faasnetlab.chart.image.XmlText;

/**
 * Builds an HTML document that is also well-formed XML. Every text is escaped with {@link #escaped}, so that text from
 * a user or a function is never interpreted as markup.
 */
final class HtmlBuilder {
    private final StringBuilder html = new StringBuilder();

    /** A heading or a paragraph. */
    HtmlBuilder element(String name, String text) {
        html.append('<').append(name).append('>').append(escaped(text)).append("</");
        html.append(name).append(">\n");
        return this;
    }

    /** A heading or a paragraph with a CSS class. */
    HtmlBuilder element(String name, String cssClass, String text) {
        html.append('<').append(name).append(" class=\"").append(cssClass).append("\">");
        html.append(escaped(text)).append("</").append(name).append(">\n");
        return this;
    }

    /** Adds trusted markup without escaping. */
    HtmlBuilder markup(String trusted) {
        html.append(trusted).append('\n');
        return this;
    }

    /** A table, or nothing if it has no row. Each confidence interval is below its value. */
    HtmlBuilder table(ReportTable table) {
        if (table.isEmpty()) {
            return this;
        }
        html.append("<table>\n<thead>");
        row(
                "th",
                table,
                table.columns().stream().map(ReportTable.Column::heading).toList());
        html.append("</thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            row("td", table, row);
        }
        html.append("</tbody>\n</table>\n");
        return this;
    }

    private void row(String name, ReportTable table, List<String> texts) {
        html.append("<tr>");
        for (int i = 0; i < texts.size(); i++) {
            ReportTable.Column column = table.columns().get(i);
            if (!column.interval()) {
                html.append('<').append(name).append(column.number() ? " class=\"number\">" : ">");
                html.append(escaped(texts.get(i)));
            } else if (!texts.get(i).equals(ReportTable.NONE)) {
                html.append("<br/><span class=\"interval\">")
                        .append(escaped(texts.get(i)))
                        .append("</span>");
            }
            if (i + 1 == texts.size() || !table.columns().get(i + 1).interval()) {
                html.append("</").append(name).append('>');
            }
        }
        html.append("</tr>\n");
    }

    /** Escapes characters with a meaning in HTML; removes those that XML does not allow. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        XmlText.withoutInvalidCharacters(text).codePoints().forEach(character -> {
            switch (character) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(character);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
