package org.faasnetlab.export;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/**
 * Writes a chart as SVG, for papers: lines as lines and words as words, so that both can still be changed. The same chart
 * gives the same file.
 */
public final class SvgExport {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String COMMENT = "FaaS Network Lab";
    private static final int DECIMALS = 2;

    public void write(JFreeChart chart, Path file) throws ExportException {
        FileWriting.write(file, out -> write(chart, out));
    }

    private static void write(JFreeChart chart, OutputStream out) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(newDocument());
        context.setComment(COMMENT);
        context.setPrecision(DECIMALS);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(PngExport.WIDTH, PngExport.HEIGHT));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, PngExport.WIDTH, PngExport.HEIGHT));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Attributes rather than style sheets: programs for papers read them more reliably.
        graphics.stream(writer, false);
        writer.flush();
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("this Java cannot make an XML document", impossible);
        }
    }
}
