package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Workloads;
import org.faasnetlab.workload.s3.S3Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents say what the program does. */
class DocumentsTest {
    private static final Path GUIDE = Path.of("docs/user-guide.md");
    private static final Path EXPORTS = Path.of("src/test/resources/org/faasnetlab/export");
    /** In a block of code, or between backticks. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:^ {4}|`)\\./faasnetlab ([a-z-](?:[^`\n\\\\]|\\\\\n)*)", Pattern.MULTILINE);

    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

    private static List<Setting> settings() {
        return SETTINGS.all();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theGuideHasEverySettingWithItsMeaning(Setting setting) throws IOException {
        List<String> transfers = Workloads.builtIn().types().stream()
                .filter(type ->
                        Setting.ofType(type).stream().anyMatch(own -> own.key().equals(setting.key())))
                .map(type -> type == S3Type.S3 ? "S3" : type.id())
                .toList();
        boolean all = transfers.size() == Workloads.builtIn().types().size();

        assertThat(Files.readAllLines(GUIDE))
                .contains("| `%s` | %s | %s| %s |"
                        .formatted(
                                setting.key(),
                                setting.description(),
                                setting.isFactor() ? "yes " : "",
                                all ? "all" : String.join(", ", transfers)));
    }

    @ParameterizedTest
    @EnumSource
    void theGuideExplainsEveryReasonOfAFailure(FailureReason reason) throws IOException {
        assertThat(Files.readString(GUIDE)).contains("\n| `" + reason.id() + "` | ");
    }

    /** Users choose a metric by its name, and find it in a column that may have another unit. */
    @Test
    void theGuideNamesEveryMetric() throws IOException {
        String guide = Files.readString(GUIDE);
        List<Metric> metrics = Workloads.builtIn().withImported().types().stream()
                .flatMap(type -> Stream.of(type.intervalMetrics(), type.functionMetrics()))
                .flatMap(List::stream)
                .distinct()
                .toList();

        assertThat(metrics)
                .hasSizeGreaterThan(10)
                .allSatisfy(metric ->
                        assertThat(guide).containsAnyOf("`" + metric.id() + "`", "`" + metric.column() + "`"));
    }

    @Test
    void theGuideNamesEveryPreset() throws IOException {
        assertThat(Files.readString(GUIDE))
                .contains(PRESETS.all().stream().map(Preset::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theGuideExplainsEveryChart(ChartKind kind) throws IOException {
        assertThat(Files.readString(GUIDE)).contains("\n| `" + kind.id() + "` | ");
    }

    /** A row names a package, or with {@code .*} all its subpackages, and in its text the packages below it. */
    @Test
    void thePackagesAreThoseOfTheProgram() throws IOException {
        String table = Files.readString(Path.of("CONTRIBUTING.md"))
                .split("\n\\| package \\| content \\|\n")[1]
                .split("\n\n")[0];
        Set<String> named = new TreeSet<>();
        for (String row : table.lines().skip(1).toList()) {
            List<String> names = Pattern.compile("`([a-z0-9.]+?)(?:\\.\\*)?`")
                    .matcher(row)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            String first = names.get(0);
            named.add(first);
            names.stream().skip(1).forEach(name -> named.add(first + "." + name));
        }

        assertThat(named).isEqualTo(packages());
    }

    private static Set<String> packages() throws IOException {
        Set<String> packages = new TreeSet<>();
        for (String source : List.of("src/main/java", "lambda-functions/src")) {
            Path base = Path.of(source, "org/faasnetlab");
            try (Stream<Path> folders = Files.walk(base)) {
                folders.filter(folder -> !folder.equals(base) && Files.isDirectory(folder))
                        .forEach(folder ->
                                packages.add(base.relativize(folder).toString().replace(File.separatorChar, '.')));
            }
        }
        return packages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"small.csv", "small.functions.csv", "small.trials.csv"})
    void theGuideExplainsEveryColumn(String table) throws IOException {
        String files = Files.readString(GUIDE).split("\n## Files\n")[1].split("\n## ")[0];
        List<String> columns =
                Arrays.asList(Files.readAllLines(EXPORTS.resolve(table)).get(0).split(","));

        assertThat(columns)
                .hasSizeGreaterThan(10)
                .allSatisfy(column -> assertThat(files).containsPattern("\n\\|[^|]*`" + column + "`[^|]*\\|"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/user-guide.md"})
    void exitCodesAreThoseOfTheProgram(String document) throws IOException {
        String codes = Files.readString(Path.of(document))
                .split("\n## Exit codes\n")[1]
                .split("\n## ")[0];
        List<Integer> named = Pattern.compile("^\\| (\\d+) \\|", Pattern.MULTILINE)
                .matcher(codes)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();

        assertThat(named)
                .containsExactly(
                        ExitCode.OK, ExitCode.FAILED, ExitCode.WRONG_INPUT, ExitCode.MISSING, ExitCode.STOPPED);
    }

    /**
     * Runs each command with fake testbeds: it must know each option, preset and setting. A command for AWS is only parsed,
     * with {@code --help}.
     */
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandWorks(String command, @TempDir Path folder) throws Exception {
        CliHarness cli = new CliHarness();
        RunData saved = command.contains("--resume") ? SampleRuns.withFailures() : SampleRuns.withEvidence();
        SampleRuns.save(cli.lab.store, saved);
        Path plan = folder.resolve("plan.yaml");
        boolean writesPlan = command.startsWith("plan save");
        if (!writesPlan) {
            assertThat(cli.run("plan", "save", "--preset", "iperf3-single", plan.toString()))
                    .isZero();
        }
        List<String> arguments = Stream.of(command.split(" +"))
                .map(word -> word.equals("RUN") ? saved.run().id() : word.equals("plan.yaml") ? plan.toString() : word)
                .collect(Collectors.toCollection(ArrayList::new));
        if (command.startsWith("aws") || command.contains("--testbed")) {
            arguments.add("--help");
        }

        assertThat(cli.run(arguments.toArray(String[]::new)))
                .as(cli.out() + cli.err())
                .isZero();
        assertThat(plan).exists();
    }

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path document : documents()) {
            Matcher matcher = COMMAND.matcher(Files.readString(document));
            while (matcher.find()) {
                String command = matcher.group(1)
                        .replace("\\\n", "")
                        .replaceFirst(" +(#|\\().*", "")
                        .replace("\"", "")
                        .trim();
                if (!command.startsWith("test") && !command.contains("…")) {
                    commands.add(command);
                }
            }
        }
        assertThat(commands).hasSizeGreaterThan(20);
        return commands.stream().distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksToFilesAndHeadingsLeadSomewhere(Path document) throws IOException {
        Matcher links = LINK.matcher(Files.readString(document));
        while (links.find()) {
            String link = links.group(1);
            if (!link.contains("://")) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
                assertThat(target).exists();
                if (parts.length == 2) {
                    assertThat(headings(target)).contains(parts[1]);
                }
            }
        }
    }

    @Test
    void everyDecisionIsListed() throws IOException {
        Path folder = Path.of("docs/decisions");
        String index = Files.readString(folder.resolve("README.md"));
        try (Stream<Path> pages = Files.list(folder)) {
            for (Path page : pages.filter(file -> !file.endsWith("README.md")).toList()) {
                String name = page.getFileName().toString();
                String title = Files.readAllLines(page).get(0).replaceFirst("# \\d+: ", "");
                assertThat(index).contains("| [" + name.substring(0, 4) + "](" + name + ") | " + title + " |");
            }
        }
    }

    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(
                Path.of("README.md"),
                Path.of("CHANGELOG.md"),
                Path.of("CONTRIBUTING.md"),
                Path.of("SECURITY.md"),
                Path.of("THIRD-PARTY.md"),
                Path.of("lambda-functions/README.md")));
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }

    /** As they are addressed in links. */
    private static List<String> headings(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
