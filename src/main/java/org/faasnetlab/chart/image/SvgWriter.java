package org.faasnetlab.chart.image;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.faasnetlab.chart.theme.Typeface;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Writes a chart as SVG, for papers: lines as lines and words as words, so that both can still be changed. The same chart
 * gives the same file. Each word states its length, because the chart is laid out for the fonts of this computer: a viewer
 * with others fits them to it (SVG 1.1, section 10.5) instead of drawing one text over the next.
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
        MeasuringGraphics graphics = draw(chart, SVGGeneratorContext.createDefault(newDocument()));
        graphics.stream(graphics.picture(), text, false, false);
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
        MeasuringGraphics graphics = draw(chart, context);
        Element root = graphics.picture();
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

    private static MeasuringGraphics draw(JFreeChart chart, SVGGeneratorContext context) {
        context.setComment(COMMENT);
        context.setPrecision(DECIMALS);
        MeasuringGraphics graphics = new MeasuringGraphics(context);
        graphics.setSVGCanvasSize(new Dimension(PngWriter.WIDTH, PngWriter.HEIGHT));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, PngWriter.WIDTH, PngWriter.HEIGHT));
        return graphics;
    }

    /** Remembers how long each text is in the fonts of this computer. */
    private static final class MeasuringGraphics extends SVGGraphics2D {
        private final List<Double> lengths = new ArrayList<>();

        MeasuringGraphics(SVGGeneratorContext context) {
            super(context, false);
        }

        @Override
        public void drawString(String text, float x, float y) {
            lengths.add(getFont().getStringBounds(text, getFontRenderContext()).getWidth());
            super.drawString(text, x, y);
        }

        /** The picture, with the lengths of its texts, which are in the order in which they were drawn. */
        Element picture() {
            Element root = getRoot();
            NodeList texts = root.getElementsByTagName("text");
            if (texts.getLength() != lengths.size()) {
                throw new IllegalStateException(texts.getLength() + " texts, but " + lengths.size() + " were drawn");
            }
            for (int i = 0; i < lengths.size(); i++) {
                Element text = (Element) texts.item(i);
                text.setAttribute("textLength", String.format(Locale.ROOT, "%.2f", lengths.get(i)));
                text.setAttribute("lengthAdjust", "spacingAndGlyphs");
            }
            nameOtherFonts(root);
            return root;
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
