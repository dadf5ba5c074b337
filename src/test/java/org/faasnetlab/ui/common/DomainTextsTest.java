package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.analysis.summary.InvalidReason;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.analysis.verdict.EvidenceSubject;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.preset.PresetGroup;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.plan.preset.Question;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.WorkloadType;
import org.faasnetlab.workload.Workloads;
import org.faasnetlab.workload.iperf3.TcpMetrics;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every setting, preset, metric and status has a Korean name, under the key by which the window asks for it. */
class DomainTextsTest {
    private static final Path KOREAN = Path.of("src/main/resources/org/faasnetlab/ui/common/domain_ko.properties");
    private static final Pattern HANGUL = Pattern.compile("[\uac00-\ud7a3]");
    /** Written in Latin letters in Korean too. */
    private static final Set<String> SAME_IN_KOREAN = Set.of("metric.mss", "evidence.VPC");

    @AfterEach
    void englishAgain() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @Test
    void everyNameHasAKoreanOneAndNoOtherHas() throws IOException {
        assertThat(new TreeSet<>(korean().stringPropertyNames())).isEqualTo(new TreeSet<>(keys()));
    }

    @Test
    void koreanNamesAreKorean() throws IOException {
        assertThat(new TreeMap<>(korean())).allSatisfy((key, name) -> {
            if (!SAME_IN_KOREAN.contains(key)) {
                assertThat((String) name).containsPattern(HANGUL);
            }
        });
    }

    @Test
    void namesHaveTheLanguageOfTheWindow() {
        Presets presets = new Presets(Workloads.builtIn());
        PresetGroup group = presets.groups().get(0);
        DomainTexts english = new DomainTexts();
        Locale.setDefault(Locale.Category.DISPLAY, Locale.KOREAN);
        DomainTexts korean = new DomainTexts();

        assertThat(english.title(group)).isEqualTo("One measurement");
        assertThat(english.title(group.presets().get(0))).isEqualTo("Single function");
        assertThat(english.text(Testbed.thisComputer(null))).isEqualTo("This computer");
        assertThat(english.status(RunStatus.PARTIAL)).isEqualTo("partial");
        assertThat(korean.title(group)).isEqualTo("단일 측정");
        assertThat(korean.title(group.presets().get(0))).isEqualTo("단일 함수");
        assertThat(korean.title(Setting.MEMORY.details())).isEqualTo("메모리");
        assertThat(korean.text(Testbed.thisComputer(null))).isEqualTo("이 컴퓨터");
        assertThat(english.text(Testbed.thisComputer("10.0.0.5:5201")))
                .isEqualTo("This computer against 10.0.0.5:5201");
        assertThat(korean.text(Testbed.thisComputer("10.0.0.5:5201"))).isEqualTo("이 컴퓨터, 서버 10.0.0.5:5201");
        assertThat(korean.text(new EvidenceItem(
                                EvidenceSubject.LENGTH, Direction.UPLOAD, EvidenceItem.State.WITHIN, Phrase.of(""))
                        .label()))
                .isEqualTo("길이, 업로드");
        assertThat(korean.status(RunStatus.PARTIAL)).isEqualTo("부분 완료");
        assertThat(english.text(InvalidReason.COMPUTER_BUSY.text())).isEqualTo("computer busy");
        assertThat(korean.text(InvalidReason.COMPUTER_BUSY.text())).isEqualTo("컴퓨터 과부하");
        assertThat(english.reason(FailureReason.SERVER_BUSY)).isEqualTo("server busy");
        assertThat(korean.reason(FailureReason.SERVER_BUSY)).isEqualTo("서버 사용 중");
        assertThat(Direction.values()).extracting(korean::direction).containsExactly("다운로드", "업로드", "양방향");
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys =
                new HashSet<>(Set.of("testbed.local", "direction.download", "direction.upload", "direction.both"));
        Arrays.stream(Question.values()).forEach(question -> keys.add("question." + question.name()));
        Arrays.stream(InvalidReason.values()).forEach(reason -> keys.add("invalid." + reason.name()));
        Arrays.stream(FailureReason.values()).forEach(reason -> keys.add("failure." + reason.id()));
        Arrays.stream(RunStatus.values()).forEach(status -> keys.add("status." + status.id()));
        for (WorkloadType type : Workloads.builtIn().withImported().types()) {
            for (Setting setting : Setting.ofType(type)) {
                keys.addAll(List.of("setting." + setting.key(), "setting." + setting.key() + ".text"));
            }
            Stream.of(type.intervalMetrics(), type.functionMetrics())
                    .flatMap(metrics -> metrics.stream().map(Metric::id))
                    .forEach(id -> keys.add("metric." + id));
        }
        Stream.of(ProbeMetrics.withFunctions(List.of(), true), TcpMetrics.ALL, BurstMetrics.ALL)
                .flatMap(List::stream)
                .forEach(metric -> keys.add("metric." + metric.id()));
        for (PresetGroup group : new Presets(Workloads.builtIn()).groups()) {
            keys.add("group." + words(group.title()).toLowerCase(Locale.ROOT));
            group.presets()
                    .forEach(preset ->
                            keys.addAll(List.of("preset." + preset.name(), "preset." + preset.name() + ".text")));
        }
        Arrays.stream(EvidenceSubject.values()).forEach(subject -> keys.add("evidence." + words(subject.id())));
        return keys;
    }

    private static String words(String text) {
        return text.replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static Properties korean() throws IOException {
        Properties names = new Properties();
        try (Reader reader = Files.newBufferedReader(KOREAN, StandardCharsets.UTF_8)) {
            names.load(reader);
        }
        return names;
    }
}
