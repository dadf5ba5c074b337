package org.faasnetlab.analysis.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.burst.BurstFormatter;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * What limited a trial, with the evidence for it. Shared hosts are never inferred from sandbox ids, which do not show
 * them; they are known only for a simulated network.
 */
public sealed interface Verdict {

    /** One sentence for the user, with the evidence. */
    String sentence();

    /**
     * Whether the measured rates describe the network: false if something else decided them, or if nothing can be
     * concluded. Live, Results and reports mark such a trial alike.
     */
    boolean isTrustworthy();

    /** Whether the measured rates describe something else than the network, rather than that only its limit is unknown. */
    default boolean invalidatesRates() {
        return !isTrustworthy();
    }

    /** The subject of the {@link EvidenceItem} that the verdict follows from; null if it follows from none. */
    default @Nullable String subject() {
        return null;
    }

    /** The simulated link of each function. */
    record SimulatedFunctionLink(Bandwidth measured, Bandwidth rate) implements Verdict {
        @Override
        public String subject() {
            return "simulated link of a function";
        }

        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "The simulated link limited each function: " + measured + " measured, link set to " + rate + ".";
        }
    }

    /**
     * The simulated link that the functions of one host share.
     *
     * @param expected total bandwidth that the settings allow
     */
    record SimulatedHostLink(Bandwidth aggregate, Bandwidth expected, int functions, int hosts, Bandwidth hostLink)
            implements Verdict {
        @Override
        public String subject() {
            return "simulated link of a host";
        }

        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "The simulated host link limited the functions: %d functions on %s of %s reached %s in total, and"
                            + " the settings allow %s.",
                    functions,
                    hosts == 1 ? "one host" : hosts + " hosts",
                    hostLink,
                    aggregate,
                    expected);
        }
    }

    /** The simulated link that all functions share. */
    record SimulatedVpcLink(Bandwidth aggregate, int functions, Bandwidth vpcLink) implements Verdict {
        @Override
        public String subject() {
            return "simulated link of the VPC";
        }

        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "The simulated link of the VPC limited the functions: "
                    + (functions == 1 ? "1 function" : functions + " functions") + " reached " + aggregate
                    + " in total, link set to " + vpcLink + ".";
        }
    }

    /** The rate at which the plan sends, which the network carried. */
    record OfferedRate(Bandwidth measured, Bandwidth rate) implements Verdict {
        @Override
        public String subject() {
            return "rate of the plan";
        }

        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "The plan limited the functions: " + rate + " was sent for each, and " + measured + " arrived.";
        }
    }

    /** The provider's limit of a function. */
    record FunctionCap(Bandwidth measured, Bandwidth cap) implements Verdict {
        @Override
        public String subject() {
            return "limit of a function";
        }

        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "The provider's limit for a function was reached: " + measured + " measured after any burst, limit "
                    + cap + ".";
        }
    }

    /** The processor share of a function with little memory. */
    record FunctionCpu(double busy, int memoryMb) implements Verdict {
        @Override
        public String subject() {
            return "processor of a function";
        }

        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "The CPU share of a function with " + memoryMb + " MB of memory limited it: " + percent(busy)
                    + " of the share was used.";
        }
    }

    /** The network of the servers. */
    record ServerNetwork(Bandwidth aggregate, Bandwidth limit) implements Verdict {
        @Override
        public String subject() {
            return "servers' network";
        }

        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "The network of the servers limited the functions: " + aggregate + " in total, capacity " + limit
                    + ".";
        }
    }

    /** The processors of a server. */
    record ServerCpu(double busy) implements Verdict {
        @Override
        public String subject() {
            return "servers' processors";
        }

        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "The CPU of a server limited the functions: its utilization was " + percent(busy) + ".";
        }
    }

    /** The disk of a server. */
    record ServerDisk(double busy) implements Verdict {
        @Override
        public String subject() {
            return "servers' disk";
        }

        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "The disk of a server limited the functions: it was busy " + percent(busy) + " of the time.";
        }
    }

    /**
     * The common limit of all functions of one VPC.
     *
     * @param citation of the published measurement that the aggregate agrees with
     */
    record VpcCeiling(Bandwidth aggregate, int functions, String citation) implements Verdict {
        @Override
        public String subject() {
            return "VPC";
        }

        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "The network of the VPC probably limited the functions: " + functions + " functions reached "
                    + aggregate + " in total, which matches a published measurement (" + citation + ").";
        }
    }

    /** The processors of this computer. */
    record LocalComputerBusy(double busy) implements Verdict {
        @Override
        public String subject() {
            return "this computer";
        }

        @Override
        public boolean isTrustworthy() {
            return false;
        }

        @Override
        public String sentence() {
            return "The CPU of this computer limited the run: its utilization was " + percent(busy)
                    + ", so the results do not describe the network.";
        }
    }

    /**
     * The rate of a function changed, so that no single limit explains it.
     *
     * @param course how it changed, in one sentence
     */
    record RateChanged(String course) implements Verdict {
        @Override
        public String subject() {
            return "length";
        }

        /** The rates are those of the network; only a single one does not describe them. */
        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "No single limit explains the trial: " + decapitalised(course);
        }
    }

    /** Too little was measured after the burst. */
    record TooShort(String reason) implements Verdict {
        @Override
        public String subject() {
            return "length";
        }

        @Override
        public boolean isTrustworthy() {
            return false;
        }

        @Override
        public boolean invalidatesRates() {
            return false;
        }

        @Override
        public String sentence() {
            return "The transfer was too short to determine what limited it: " + decapitalised(reason);
        }
    }

    /** The workload transfers nothing, so that nothing was limited. */
    record NoTransfer() implements Verdict {
        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "Nothing was transferred, so nothing limited the functions.";
        }
    }

    /** The functions have searched a limit themselves; what they found is beside the verdict. */
    record Searched() implements Verdict {
        @Override
        public boolean isTrustworthy() {
            return true;
        }

        @Override
        public String sentence() {
            return "Each function searched the limit by itself.";
        }
    }

    /**
     * Half of the functions or more started well after T0, together or not.
     *
     * @param functions of the trial
     * @param computerBusy busy share of this computer, as for the two below; null if unknown
     */
    record MissedStart(int functions, @Nullable Double computerBusy) implements Verdict {

        @Override
        public String subject() {
            return "start";
        }

        @Override
        public boolean isTrustworthy() {
            return false;
        }

        @Override
        public String sentence() {
            return (functions == 1
                            ? "The function started later than 0.5 s after T0: the response time is"
                            : "Half of the functions or more started later than 0.5 s after T0: what they shared the network"
                                    + " with, and the response time, are")
                    + " not " + (functions == 1 ? "that" : "those") + " of the plan." + likelyCause(computerBusy);
        }
    }

    /** The functions did not run at the same time. */
    record StartSpreadTooWide(Duration spread, @Nullable Double computerBusy) implements Verdict {
        public StartSpreadTooWide(Duration spread) {
            this(spread, null);
        }

        @Override
        public String subject() {
            return "start";
        }

        @Override
        public boolean isTrustworthy() {
            return false;
        }

        @Override
        public String sentence() {
            return String.format(
                            Locale.ROOT,
                            "The functions started %.1f s apart, so their aggregate bandwidth is not reliable. Up to 0.5 s is"
                                    + " acceptable.",
                            spread.toMillis() / 1e3)
                    + likelyCause(computerBusy);
        }
    }

    /** Too many functions delivered no result. */
    record TooManyFailures(
            int without, int functions, @Nullable Double computerBusy) implements Verdict {
        public TooManyFailures(int without, int functions) {
            this(without, functions, null);
        }

        @Override
        public String subject() {
            return "functions";
        }

        @Override
        public boolean isTrustworthy() {
            return false;
        }

        @Override
        public String sentence() {
            String sentence = without == functions
                    ? "No function finished, so there is no verdict."
                    : without + " of " + functions
                            + " functions did not finish, so the others did not run under the intended load.";
            return sentence + likelyCause(computerBusy);
        }
    }

    /** What limited each direction of a trial in both directions. */
    record PerDirection(Verdict download, Verdict upload) implements Verdict {
        @Override
        public boolean isTrustworthy() {
            return download.isTrustworthy() && upload.isTrustworthy();
        }

        @Override
        public boolean invalidatesRates() {
            return download.invalidatesRates() || upload.invalidatesRates();
        }

        @Override
        public String sentence() {
            return download.sentence().equals(upload.sentence())
                    ? "Both directions: " + decapitalised(download.sentence())
                    : "Download: " + decapitalised(download.sentence()) + " Upload: "
                            + decapitalised(upload.sentence());
        }
    }

    /** @param missing unknown facts that could decide it, as text; may be empty */
    record Undetermined(List<String> missing) implements Verdict {
        public Undetermined {
            missing = List.copyOf(missing);
        }

        @Override
        public boolean isTrustworthy() {
            return false;
        }

        @Override
        public boolean invalidatesRates() {
            return false;
        }

        @Override
        public String sentence() {
            return missing.isEmpty()
                    ? "What limited the functions cannot be determined: nothing that was recorded was at its limit."
                    : "What limited the functions cannot be determined. Missing data: " + String.join(", ", missing)
                            + ".";
        }
    }

    private static String decapitalised(String sentence) {
        return BurstFormatter.decapitalised(sentence);
    }

    /** What a busy computer explains, with what to do about it; else empty. */
    private static String likelyCause(@Nullable Double computerBusy) {
        return computerBusy == null || computerBusy <= VerdictRules.BUSY
                ? ""
                : " The likely cause is this computer, whose CPU was " + percent(computerBusy)
                        + " busy: use fewer functions, or close other programs.";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
