package org.faasnetlab.cli.runs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.OutputOption;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.export.ListingJson;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the saved runs. */
@Command(name = "runs", header = "List saved runs, newest first")
public final class RunsCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final DateTimeFormatter time;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--tag", paramLabel = "TAG", description = "Show only runs with this tag (repeatable)")
    private List<String> wanted = List.of();

    public RunsCommand(Terminal terminal, DataOption data, ZoneId zone) {
        this.terminal = terminal;
        this.data = data;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open()) {
            List<RunRow> runs = lab.store().runs();
            if (output.json()) {
                Map<String, RunLabel> labels = lab.store().labels();
                List<RunRow> shown = runs.stream()
                        .filter(run -> labels.getOrDefault(run.id(), RunLabel.NONE)
                                .tags()
                                .containsAll(wanted))
                        .toList();
                terminal.print(ListingJson.ofRuns(shown, labels));
                return ExitCode.OK;
            }
            if (runs.isEmpty()) {
                terminal.print("No runs yet. Start one with: faasnetlab run --preset iperf3-single");
                return ExitCode.OK;
            }
            Map<String, RunLabel> labels = lab.store().labels();
            TextTable table = new TextTable()
                    .left("RUN")
                    .left("STARTED")
                    .left("STATUS")
                    .left("PRESET")
                    .left("NETWORK")
                    .left("TITLE")
                    .left(labels.isEmpty() ? "" : "TAGS");
            for (RunRow run : runs) {
                SortedSet<String> tags =
                        labels.getOrDefault(run.id(), RunLabel.NONE).tags();
                if (!tags.containsAll(wanted)) {
                    continue;
                }
                table.row(
                        run.id(),
                        time.format(run.startedAt()),
                        run.status().id(),
                        run.preset(),
                        run.networkKind().id(),
                        run.title(),
                        String.join(" ", tags));
            }
            terminal.printLines(table.lines());
        }
        return ExitCode.OK;
    }
}
