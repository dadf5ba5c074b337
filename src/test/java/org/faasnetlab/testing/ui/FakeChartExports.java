package org.faasnetlab.testing.ui;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.common.BackgroundTasks;

/** Exports of charts without dialogs. */
public final class FakeChartExports {
    private FakeChartExports() {}

    /** @param folder folder of the files that are saved */
    public static ChartExports in(Path folder) {
        return of(new FakeDesktop(folder, "none"), new FakeDialogs());
    }

    public static ChartExports of(FakeDesktop desktop, FakeDialogs dialogs) {
        return new ChartExports(
                desktop, dialogs, new RunExporter(ZoneOffset.UTC), new BackgroundTasks(Runnable::run, Runnable::run));
    }
}
