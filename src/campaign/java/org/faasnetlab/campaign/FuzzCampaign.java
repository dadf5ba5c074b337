package org.faasnetlab.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.FuzzTargets;
import org.faasnetlab.testing.fuzz.FuzzOutcome;
import org.faasnetlab.testing.fuzz.FuzzTarget;
import org.faasnetlab.testing.fuzz.Fuzzer;

/** Mutated inputs for every reader of bytes from elsewhere. Inputs that fail are saved. */
final class FuzzCampaign {
    /** Longer than a pause of the garbage collector on a busy computer. */
    private static final double SLOW_MILLIS = 2_000;

    private final Path work;

    FuzzCampaign(Path work) {
        this.work = work;
    }

    CampaignResult run(long inputs) throws IOException {
        long seed = System.currentTimeMillis();
        List<String> lines = new ArrayList<>();
        boolean held = true;
        long all = 0;
        lines.add("| reader | inputs | accepted | refused | failed | slowest input |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (FuzzTarget target : FuzzTargets.all()) {
            FuzzOutcome outcome = Fuzzer.run(target, inputs, seed);
            all += outcome.inputs();
            held &= outcome.failures().isEmpty() && outcome.slowestMillis() < SLOW_MILLIS;
            save(outcome);
            String line = String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %,d | %d | %.0f ms |",
                    target.name(),
                    outcome.inputs(),
                    outcome.accepted(),
                    outcome.refused(),
                    outcome.failures().size(),
                    outcome.slowestMillis());
            System.out.println(line);
            lines.add(line);
        }
        lines.add(String.format(
                Locale.ROOT,
                "%n%,d inputs in total, seed %d. Slower than %.0f ms counts as a failure.",
                all,
                seed,
                SLOW_MILLIS));
        return new CampaignResult(held, lines);
    }

    private void save(FuzzOutcome outcome) throws IOException {
        for (FuzzOutcome.Failure failure : outcome.failures()) {
            failure.thrown().printStackTrace();
            Files.write(
                    Files.createTempFile(work, outcome.target().replaceAll("\\W+", "-"), ".bin"),
                    failure.input().getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
