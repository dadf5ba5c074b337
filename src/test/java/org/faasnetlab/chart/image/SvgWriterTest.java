package org.faasnetlab.chart.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.testing.DefaultLocaleExtension;
import org.faasnetlab.testing.chart.SampleCharts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgWriterTest {
    @RegisterExtension
    private final DefaultLocaleExtension spoken = new DefaultLocaleExtension();

    @Test
    void theSameChartGivesTheSameFileInEveryLanguage() throws Exception {
        String english = svg(SampleCharts.timeline());
        for (String language : List.of("de-DE", "fr-FR", "hi-IN-u-nu-deva")) {
            spoken.speak(language);
            assertThat(svg(SampleCharts.timeline())).as(language).isEqualTo(english);
        }
    }

    /** Positions depend on the computer's fonts; texts, colours and their order do not. */
    @Test
    void textsMatchGoldenFile() throws Exception {
        List<String> golden = Files.readAllLines(Path.of("src/test/resources/org/faasnetlab/export/timeline.svg.txt"));
        assertThat(skeleton(svg(SampleCharts.timeline()))).isEqualTo(golden);
    }

    /** Programs that draw SVG have other fonts, and few of them fit a text to a length. */
    @Test
    void textsInFilesAreShapes() throws Exception {
        Document file = parsed(svg(SampleCharts.timeline()));
        assertThat(file.getElementsByTagName("text").getLength()).isZero();
        NodeList paths = file.getElementsByTagName("path");
        List<Element> labelled = new ArrayList<>();
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            if (path.hasAttribute("aria-label")) {
                labelled.add(path);
            }
        }
        assertThat(labelled)
                .hasSizeGreaterThan(20)
                .allSatisfy(path -> assertThat(path.getAttribute("d"))
                        .startsWith("M")
                        .hasSizeGreaterThan(
                                10 * path.getAttribute("aria-label").strip().length()));
    }

    /** Browsers have other fonts: a text that states its length covers no other. */
    @Test
    void textsInDocumentsStateHowLongTheyAre() throws Exception {
        NodeList texts = parsed(element(SampleCharts.timeline())).getElementsByTagName("text");
        assertThat(texts.getLength()).isGreaterThan(20);
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            double perCharacter = Double.parseDouble(text.getAttribute("textLength"))
                    / text.getTextContent().length();
            assertThat(perCharacter).as(text.getTextContent()).isBetween(2.0, 14.0);
            assertThat(text.getAttribute("lengthAdjust")).isEqualTo("spacingAndGlyphs");
        }
    }

    /** Without a similar font by name, most browsers would take one with serifs. */
    @Test
    void textsInDocumentsNameOtherFontsForBrowsersWithoutTheTypeface() throws Exception {
        NodeList all = parsed(element(SampleCharts.timeline())).getElementsByTagName("*");
        Set<String> fonts = new TreeSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            fonts.add(((Element) all.item(i)).getAttribute("font-family"));
        }
        fonts.remove("");
        assertThat(fonts).contains("'FaaS Lab Sans', Pretendard, Inter, 'Noto Sans', sans-serif");
        assertThat(fonts).allSatisfy(font -> assertThat(font).endsWith("sans-serif"));
    }

    private String svg(ChartData chart) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SvgWriter().write(chart.draw(ChartTheme.LIGHT), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String element(ChartData chart) throws Exception {
        return SvgWriter.element(chart.draw(ChartTheme.LIGHT), "chart1");
    }

    /**
     * The texts and the colours of lines, in their order, each once; which numbers fit on an axis depends on the fonts.
     */
    private static List<String> skeleton(String svg) throws Exception {
        Document document = parsed(svg);
        List<String> lines = new ArrayList<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.hasAttribute("aria-label")) {
                lines.add("text " + element.getAttribute("aria-label"));
                continue;
            }
            switch (element.getTagName()) {
                case "path", "polyline", "line" ->
                    lines.add(element.getTagName() + " " + ((Element) element.getParentNode()).getAttribute("stroke"));
                default -> {}
            }
        }
        return lines.stream()
                .filter(line -> !line.matches("text [0-9,.]+"))
                .distinct()
                .toList();
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
