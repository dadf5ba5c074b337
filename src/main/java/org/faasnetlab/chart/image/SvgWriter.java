package org.faasnetlab.chart.image;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes a chart as SVG, for papers: lines as lines and words as words, so that both can still be changed. The same chart
 * gives the same file.
 */
public final class SvgWriter {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String COMMENT = "FaaS Network Lab";
    private static final int DECIMALS = 2;

    /** Writes the chart as a document of its own. */
    public void write(JFreeChart chart, OutputStream out) throws IOException {
        StringWriter text = new StringWriter();
        // Attributes rather than style sheets: programs for papers read them more reliably.
        draw(chart, SVGGeneratorContext.createDefault(newDocument())).stream(text, false);
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
        SVGGraphics2D graphics = draw(chart, context);
        Element root = graphics.getRoot();
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

    private static SVGGraphics2D draw(JFreeChart chart, SVGGeneratorContext context) {
        context.setComment(COMMENT);
        context.setPrecision(DECIMALS);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(PngWriter.WIDTH, PngWriter.HEIGHT));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, PngWriter.WIDTH, PngWriter.HEIGHT));
        return graphics;
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
