package org.faasnetlab.chart.image;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SVGPath;
import org.faasnetlab.chart.theme.Typeface;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Writes a chart as SVG: lines as lines, which can still be changed. The same chart gives the same file. The chart is laid
 * out for the typeface of this program, which a viewer may not have, and in wider letters one text would cover the next. In
 * a file, which any program may open, texts are therefore drawn as shapes, each with its words as its label. In an HTML
 * document they stay words that can be searched and copied, with their lengths, to which browsers fit other fonts (SVG 1.1,
 * section 10.5).
 */
public final class SvgWriter {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String COMMENT = "FaaS Network Lab";
    private static final int DECIMALS = 2;
    private static final String FONT = "font-family";
    /** The typeface and what resembles it, from near to far. */
    private static final String FONTS = "'" + Typeface.FAMILY + "', Pretendard, Inter, 'Noto Sans', sans-serif";

    /** Writes the chart as a document of its own. */
    public void write(JFreeChart chart, OutputStream out) throws IOException {
        StringWriter text = new StringWriter();
        // Attributes rather than style sheets: programs for papers read them more reliably.
        TextGraphics graphics = draw(chart, SVGGeneratorContext.createDefault(newDocument()));
        graphics.stream(graphics.withShapes(), text, false, false);
        out.write(XmlText.withoutInvalidCharacters(text.toString()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The chart as an SVG element that can stand in an HTML document and shrinks with it.
     *
     * @param name of the picture in its document: letters and digits
     */
    public static String element(JFreeChart chart, String name) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(newDocument());
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return name + super.generateID(prefix);
            }
        });
        TextGraphics graphics = draw(chart, context);
        Element root = graphics.withLengths();
        root.setAttribute("viewBox", "0 0 " + PngWriter.WIDTH + " " + PngWriter.HEIGHT);
        NodeList definitions = root.getElementsByTagName("defs");
        for (int i = 0; i < definitions.getLength(); i++) {
            // Every picture has one of the same name, which nothing refers to.
            ((Element) definitions.item(i)).removeAttribute("id");
        }
        StringWriter text = new StringWriter();
        graphics.stream(root, text, false, false);
        String document = XmlText.withoutInvalidCharacters(text.toString());
        return document.substring(document.indexOf("<svg"));
    }

    private static TextGraphics draw(JFreeChart chart, SVGGeneratorContext context) {
        context.setComment(COMMENT);
        context.setPrecision(DECIMALS);
        TextGraphics graphics = new TextGraphics(context);
        graphics.setSVGCanvasSize(new Dimension(PngWriter.WIDTH, PngWriter.HEIGHT));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, PngWriter.WIDTH, PngWriter.HEIGHT));
        return graphics;
    }

    /** Remembers in which font each text was drawn. */
    private static final class TextGraphics extends SVGGraphics2D {
        private final List<Font> fonts = new ArrayList<>();

        TextGraphics(SVGGeneratorContext context) {
            super(context, false);
        }

        @Override
        public void drawString(String text, float x, float y) {
            fonts.add(getFont());
            super.drawString(text, x, y);
        }

        /** The picture, with the length of each text. */
        Element withLengths() {
            Element root = getRoot();
            forEachText(root, (text, font) -> {
                double length = font.getStringBounds(text.getTextContent(), getFontRenderContext())
                        .getWidth();
                text.setAttribute("textLength", String.format(Locale.ROOT, "%.2f", length));
                text.setAttribute("lengthAdjust", "spacingAndGlyphs");
            });
            nameOtherFonts(root);
            return root;
        }

        /** The picture, with a shape instead of each text. */
        Element withShapes() {
            Element root = getRoot();
            forEachText(root, (text, font) -> {
                Shape outline = font.createGlyphVector(getFontRenderContext(), text.getTextContent())
                        .getOutline(Float.parseFloat(text.getAttribute("x")), Float.parseFloat(text.getAttribute("y")));
                Element path = getDOMFactory().createElementNS(SVG, "path");
                path.setAttribute("d", SVGPath.toSVGPathData(outline, getGeneratorContext()));
                path.setAttribute("aria-label", text.getTextContent());
                for (String name : List.of("transform", "fill", "stroke", "clip-path")) {
                    if (text.hasAttribute(name)) {
                        path.setAttribute(name, text.getAttribute(name));
                    }
                }
                text.getParentNode().replaceChild(path, text);
            });
            return root;
        }

        /** The texts are in the order in which they were drawn. */
        private void forEachText(Element root, BiConsumer<Element, Font> change) {
            NodeList found = root.getElementsByTagName("text");
            if (found.getLength() != fonts.size()) {
                throw new IllegalStateException(found.getLength() + " texts, but " + fonts.size() + " were drawn");
            }
            List<Element> texts = new ArrayList<>();
            for (int i = 0; i < fonts.size(); i++) {
                texts.add((Element) found.item(i));
            }
            for (int i = 0; i < fonts.size(); i++) {
                change.accept(texts.get(i), fonts.get(i));
            }
        }
    }

    /** The viewer may not have the typeface. */
    private static void nameOtherFonts(Element element) {
        if (element.hasAttribute(FONT)) {
            element.setAttribute(FONT, FONTS);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part) {
                nameOtherFonts(part);
            }
        }
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java runtime cannot create an XML document", e);
        }
    }
}
