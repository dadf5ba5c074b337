package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/** What trials of one cell have in common, whatever run they are of. */
record CellKey(
        String transfer,
        String direction,
        int memoryMb,
        int functions,
        int streams,
        @Nullable Integer seconds,
        @Nullable Long objectBytes,
        String link,
        int hosts,
        String hostLink) {

    static CellKey of(TrialRow trial) {
        return new CellKey(
                trial.transfer(),
                trial.direction().word(),
                trial.memoryMb(),
                trial.functions(),
                trial.streams(),
                trial.seconds(),
                trial.objectBytes(),
                trial.link(),
                trial.hosts(),
                trial.hostLink());
    }

    /** The cell in words, for example {@code iperf3 download, 16 functions, 1769 MB, 10 s}. */
    String words() {
        List<String> words = new ArrayList<>();
        words.add(transfer + " " + direction);
        words.add(functions == 1 ? "1 function" : functions + " functions");
        words.add(memoryMb + " MB");
        if (streams > 1) {
            words.add(streams + (transfer.equals("s3") ? " connections" : " streams"));
        }
        if (seconds != null) {
            words.add(seconds + " s");
        }
        if (objectBytes != null) {
            words.add(new DataSize(objectBytes).toString());
        }
        if (!link.equals("unlimited")) {
            words.add("link " + link);
        }
        if (!hostLink.equals("unlimited")) {
            words.add(hosts + (hosts == 1 ? " host of " : " hosts of ") + hostLink);
        }
        return String.join(", ", words);
    }
}
