package org.faasnetlab.ui.guide;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Converts the Markdown of this project's documents to a page, with the anchors of headings that GitHub gives them. Links to
 * other files become text, because only this one is at hand, and pictures are left out. Of HTML only keys are kept.
 */
final class MarkdownPage {
    private static final String STYLE = """
            body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
            code, pre, kbd { font: 0.9em ui-monospace, monospace; background: rgba(127, 127, 127, 0.14); border-radius: 3px; }
            code, kbd { padding: 0.1em 0.3em; }
            pre { padding: 0.8em; overflow-x: auto; }
            pre code { padding: 0; background: none; font-size: 1em; }
            table { border-collapse: collapse; }
            th, td { border: 1px solid rgba(127, 127, 127, 0.5); padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
            @media (prefers-color-scheme: dark) { body { background: #0d1117; color: #f0f3f6; } a { color: #58a6ff; } }
            """;
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private final Node document;

    MarkdownPage(String markdown) {
        document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
        document.accept(new Outsiders());
    }

    /** The whole page. */
    String html() {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">" + title() + "<style>\n" + STYLE
                + "</style></head><body>\n"
                + HtmlRenderer.builder()
                        .extensions(EXTENSIONS)
                        .softbreak(" ")
                        .build()
                        .render(document)
                + "</body></html>\n";
    }

    /** The text of the first heading. */
    private String title() {
        Node node = document.getFirstChild();
        while (node != null && !(node instanceof Heading)) {
            node = node.getNext();
        }
        String text = node == null ? "" : TextContentRenderer.builder().build().render(node);
        return "<title>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</title>";
    }

    /** Removes what leads out of the page, and makes text of HTML. */
    private static final class Outsiders extends AbstractVisitor {
        private static final Set<String> KEYS = Set.of("<kbd>", "</kbd>");

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!link.getDestination().startsWith("#") && !link.getDestination().startsWith("https://")) {
                while (link.getFirstChild() != null) {
                    link.insertBefore(link.getFirstChild());
                }
                link.unlink();
            }
        }

        @Override
        public void visit(Image image) {
            image.unlink();
        }

        @Override
        public void visit(HtmlInline html) {
            if (!KEYS.contains(html.getLiteral())) {
                html.insertBefore(new Text(html.getLiteral()));
                html.unlink();
            }
        }

        @Override
        public void visit(HtmlBlock html) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(new Code(html.getLiteral()));
            html.insertBefore(paragraph);
            html.unlink();
        }
    }
}
