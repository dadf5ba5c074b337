package org.faasnetlab.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/**
 * What trials of one cell have in common, whatever run they are of.
 *
 * @param half the direction of the functions that are meant, of a trial that goes both ways; else null
 */
record CellKey(
        String transfer,
        String direction,
        @Nullable Direction half,
        int memoryMb,
        int functions,
        int streams,
        @Nullable Integer seconds,
        @Nullable Long objectBytes,
        String link,
        int hosts,
        String hostLink) {

    /** One, or one for each direction of a trial that goes both ways: what goes each way is not mixed. */
    static List<CellKey> of(TrialRow trial) {
        return trial.direction() == Direction.BOTH
                ? List.of(of(trial, Direction.DOWNLOAD), of(trial, Direction.UPLOAD))
                : List.of(of(trial, null));
    }

    private static CellKey of(TrialRow trial, @Nullable Direction half) {
        return new CellKey(
                trial.transfer(),
                half == null ? trial.direction().word() : half.word() + " of both",
                half,
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
