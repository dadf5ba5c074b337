package org.faasnetlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.DefaultLocaleExtension;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.workload.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Parses the report like a browser without scripts; successful parsing shows that it is well-formed. */
class HtmlReportTest {
    private static final String HOSTILE =
            "</p><script>alert(1)</script><img src=x onerror='alert(\"&amp;\")'>\u0000\u001b";

    @RegisterExtension
    private final DefaultLocaleExtension spoken = new DefaultLocaleExtension();

    @TempDir
    Path folder;

    @Test
    void reportShowsFindingsAndEvidence() throws Exception {
        String text = words(written(SampleSweeps.concurrency(), RunLabel.NONE));
        assertThat(text)
                .contains("simulated network")
                .contains("Verdict")
                .contains("95 % CI of median")
                .contains("list prices for x86_64 (assumed) in us-east-1, retrieved 2026-")
                .contains("as it would be on AWS")
                .contains(
                        "FAS*W 2019, doi:10.1109/FAS-W.2019.00051; us-east-1; read from the figure, to within about 3 %.")
                .contains("Environment");
    }

    /** A style sheet alone shows one or the other: the checkbox and what it switches are siblings, in this order. */
    @Test
    void oneSwitchCountsInvalidTrials() throws Exception {
        RunData run = SampleSweeps.concurrency();
        assertThat(elements(written(run, RunLabel.NONE), "input")).isEmpty();

        Document report = written(
                new RunData(
                        run.run(),
                        run.trials(),
                        run.functions(),
                        run.intervals(),
                        List.of(new EvidenceRow(0, null, 0.99, null, null, null, null, null, null, null))),
                RunLabel.NONE);

        Element checkbox = elements(report, "input").get(0);
        assertThat(elements(report, "label").get(0).getAttribute("for")).isEqualTo(checkbox.getAttribute("id"));
        List<Element> switched = Stream.concat(elements(report, "div").stream(), elements(report, "figure").stream())
                .filter(element -> !element.getAttribute("class").isEmpty())
                .toList();
        assertThat(switched).allSatisfy(element -> {
            assertThat(element.getParentNode()).isEqualTo(checkbox.getParentNode());
            assertThat(element.compareDocumentPosition(checkbox)).isEqualTo(Node.DOCUMENT_POSITION_PRECEDING);
        });
        assertThat(switched)
                .extracting(element -> element.getTagName() + " " + element.getAttribute("class"))
                .contains("div valid-trials", "div all-trials", "figure valid-trials", "figure all-trials");
        assertThat(texts(switched, "valid-trials")).contains("1 of 10 trials are invalid and left out");
        assertThat(texts(switched, "all-trials")).doesNotContain("left out");
    }

    private static String texts(List<Element> elements, String cssClass) {
        return elements.stream()
                .filter(element -> element.getAttribute("class").equals(cssClass))
                .map(Element::getTextContent)
                .collect(Collectors.joining(" "));
    }

    private static List<Element> elements(Document report, String name) {
        return elements(report).stream()
                .filter(element -> element.getTagName().equals(name))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfChartIsAFigureOfTheReport(ChartKind kind) throws Exception {
        assertThat(words(written(SampleSweeps.memory(), RunLabel.NONE))).contains(kind.caption(Metrics.BANDWIDTH));
    }

    @Test
    void anotherMetricWhoseValuesDifferIsAFigureOfTheReport() throws Exception {
        RunData run = SampleRuns.withFailures();
        List<FunctionRow> functions = run.functions().stream()
                .map(function -> FunctionRowBuilder.like(function)
                        .metric(Metrics.RETRANSMITS, function.functionIndex())
                        .row())
                .toList();

        assertThat(words(written(new RunData(run.run(), run.trials(), functions, run.intervals()), RunLabel.NONE)))
                .contains("Distribution of the retransmits per function.", "Retransmits over time.");
    }

    @Test
    void everyTrialOfAShortRunHasItsChartsAndAFigureIsNamedOnlyOnce() throws Exception {
        Document report = written(SampleRuns.lambdaBurst(), RunLabel.NONE);
        assertThat(report.getElementsByTagName("svg").getLength()).isEqualTo(4);
        Map<String, Integer> ids = new HashMap<>();
        for (Element element : elements(report)) {
            if (element.hasAttribute("id")) {
                ids.merge(element.getAttribute("id"), 1, Integer::sum);
            }
        }
        assertThat(ids.values()).allMatch(count -> count == 1);
    }

    @Test
    void textFromUserOrFunctionIsEscaped() throws Exception {
        RunData run = SampleRuns.withFailures();
        List<FunctionRow> functions = new ArrayList<>(run.functions());
        functions.set(
                2,
                FunctionRowBuilder.function(2)
                        .sandbox(HOSTILE)
                        .failed(FailureReason.CONNECT_FAILED, HOSTILE)
                        .row());
        RunRow hostile = RunRowBuilder.like(run.run())
                .title(HOSTILE)
                .settings(Map.of("link", HOSTILE))
                .environment(Map.of(HOSTILE, HOSTILE))
                .message(HOSTILE)
                .row();
        Document report = written(
                new RunData(hostile, run.trials(), functions, run.intervals()),
                new RunLabel(null, HOSTILE, new TreeSet<>()));
        assertThat(report.getElementsByTagName("script").getLength()).isZero();
        assertThat(report.getElementsByTagName("img").getLength()).isZero();
        assertThat(words(report)).contains("<script>alert(1)</script><img src=x onerror='alert(\"&amp;\")'>");
    }

    @Test
    void nothingIsFetchedFromElsewhere() throws Exception {
        for (Element element : elements(written(SampleSweeps.concurrency(), RunLabel.NONE))) {
            assertThat(element.getTagName()).isNotIn("link", "script", "img", "iframe", "object", "image");
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                if (!attribute.getNodeName().startsWith("xmlns")) {
                    assertThat(attribute.getNodeValue()).doesNotContain("http:", "https:", "file:");
                }
            }
        }
    }

    @Test
    void emptyRunHasReport() throws Exception {
        RunData run = SampleRuns.small();
        assertThat(words(written(new RunData(run.run(), List.of(), List.of(), List.of()), RunLabel.NONE)))
                .contains("This run has no results.");
    }

    private Document written(RunData run, RunLabel label) throws Exception {
        Path file = folder.resolve("report.html");
        spoken.speak("ar-EG-u-nu-arab");
        try (RunStore store = new DuckDbRunStore(folder)) {
            SampleRuns.save(store, run);
            store.label(run.run().id(), label);
            HtmlReport report = new HtmlReport(
                    ZoneOffset.UTC, RunAnalysis::withBundledData, () -> RunCharts.withPublishedData(ZoneOffset.UTC));
            try (OutputStream out = Files.newOutputStream(file)) {
                report.prepare(store, store.run(run.run().id()).orElseThrow()).writeTo(out);
            }
        }
        assertThat(Files.readString(file)).doesNotContainPattern("[\\u0660-\\u0669]");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private static String words(Document document) {
        return document.getDocumentElement().getTextContent();
    }
}
