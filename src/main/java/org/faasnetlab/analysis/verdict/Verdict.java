package org.faasnetlab.analysis.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * What limited a trial, with the evidence for it. Shared hosts are never inferred from sandbox ids, which do not show
 * them; they are known only for a simulated network.
 */
public sealed interface Verdict {

    /** One sentence for the user, with the evidence. */
    Phrase sentence();

    /**
     * Whether the measured rates describe the network: false if something else decided them, or if nothing can be
     * concluded. Live, Results and reports mark such a trial alike.
     */
    default boolean isTrustworthy() {
        return true;
    }

    /** Whether the measured rates describe something else than the network, rather than that only its limit is unknown. */
    default boolean invalidatesRates() {
        return !isTrustworthy();
    }

    /** The subject of the {@link EvidenceItem} that the verdict follows from; null if it follows from none. */
    default @Nullable EvidenceSubject subject() {
        return null;
    }

    /** Something else than the network decided the rates, or nothing can be concluded. */
    sealed interface Inconclusive extends Verdict {
        @Override
        default boolean isTrustworthy() {
            return false;
        }
    }

    /** The simulated link of each function. */
    record SimulatedFunctionLink(Bandwidth measured, Bandwidth rate) implements Verdict {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.SIMULATED_FUNCTION_LINK;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of(
                    "The simulated link limited each function: {0} measured, link set to {1}.", measured, rate);
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
        public EvidenceSubject subject() {
            return EvidenceSubject.SIMULATED_HOST_LINK;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of(
                    hosts == 1
                            ? "The simulated host link limited the functions: {0} functions on one host of {2} reached {3}"
                                    + " in total, and the settings allow {4}."
                            : "The simulated host link limited the functions: {0} functions on {1} hosts of {2} reached {3}"
                                    + " in total, and the settings allow {4}.",
                    functions,
                    hosts,
                    hostLink,
                    aggregate,
                    expected);
        }
    }

    /** The simulated link that all functions share. */
    record SimulatedVpcLink(Bandwidth aggregate, int functions, Bandwidth vpcLink) implements Verdict {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.SIMULATED_VPC_LINK;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of(
                    functions == 1
                            ? "The simulated link of the VPC limited the functions: 1 function reached {1} in total, link"
                                    + " set to {2}."
                            : "The simulated link of the VPC limited the functions: {0} functions reached {1} in total, link"
                                    + " set to {2}.",
                    functions,
                    aggregate,
                    vpcLink);
        }
    }

    /** The rate at which the plan sends, which the network carried. */
    record OfferedRate(Bandwidth measured, Bandwidth rate) implements Verdict {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.PLANNED_RATE;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of("The plan limited the functions: {0} was sent for each, and {1} arrived.", rate, measured);
        }
    }

    /** The sender, which did not reach the rate of the plan, so that what arrived is not the network's share of it. */
    record SenderLimited(Bandwidth offered, Bandwidth rate) implements Inconclusive {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.PLANNED_RATE;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of("The sender reached {0} of {1}: set rate to at most {0}.", offered, rate);
        }
    }

    /** The provider's limit of a function. */
    record FunctionCap(Bandwidth measured, Bandwidth cap) implements Verdict {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.FUNCTION_LIMIT;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of(
                    "The provider's limit for a function was reached: {0} measured after any burst, limit {1}.",
                    measured, cap);
        }
    }

    /** The processor share of a function with little memory. */
    record FunctionCpu(double busy, int memoryMb) implements Verdict {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.FUNCTION_PROCESSOR;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of(
                    "The CPU share of a function with {0} MB of memory limited it: {1} of the share was used.",
                    memoryMb, percent(busy));
        }
    }

    /** The network of the servers. */
    record ServerNetwork(Bandwidth aggregate, Bandwidth limit) implements Verdict {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.SERVER_NETWORK;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of(
                    "The network of the servers limited the functions: {0} in total, capacity {1}.", aggregate, limit);
        }
    }

    /** The processors of a server. */
    record ServerCpu(double busy) implements Verdict {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.SERVER_PROCESSORS;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of("The CPU of a server limited the functions: its utilization was {0}.", percent(busy));
        }
    }

    /** The disk of a server. */
    record ServerDisk(double busy) implements Verdict {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.SERVER_DISK;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of("The disk of a server limited the functions: it was busy {0} of the time.", percent(busy));
        }
    }

    /**
     * The common limit of all functions of one VPC.
     *
     * @param citation of the published measurement that the aggregate agrees with
     */
    record VpcCeiling(Bandwidth aggregate, int functions, String citation) implements Verdict {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.VPC;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of(
                    "The network of the VPC probably limited the functions: {0} functions reached {1} in total, which matches a"
                            + " published measurement ({2}).",
                    functions, aggregate, citation);
        }
    }

    /** The processors of this computer. */
    record LocalComputerBusy(double busy) implements Inconclusive {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.THIS_COMPUTER;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of(
                    "The CPU of this computer limited the run: its utilization was {0}, so the results do not describe the network.",
                    percent(busy));
        }
    }

    /**
     * The rate of a function changed, so that no single limit explains it. The rates are those of the network; only a single
     * one does not describe them.
     *
     * @param course how it changed, in one sentence
     */
    record RateChanged(Phrase course) implements Verdict {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.LENGTH;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of("No single limit explains the trial: {0}", course.decapitalised());
        }
    }

    /** Too little was measured after the burst. */
    record TooShort(Phrase reason) implements Inconclusive {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.LENGTH;
        }

        @Override
        public boolean invalidatesRates() {
            return false;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of("The transfer was too short to determine what limited it: {0}", reason.decapitalised());
        }
    }

    /** The workload transfers nothing, so that nothing was limited. */
    record NoTransfer() implements Verdict {
        @Override
        public Phrase sentence() {
            return Phrase.of("Nothing was transferred, so nothing limited the functions.");
        }
    }

    /** The functions have searched a limit themselves; what they found is beside the verdict. */
    record Searched() implements Verdict {
        @Override
        public Phrase sentence() {
            return Phrase.of("Each function searched the limit by itself.");
        }
    }

    /**
     * Half of the functions or more started well after T0, together or not.
     *
     * @param functions of the trial
     * @param computerBusy busy share of this computer, as for the two below; null if unknown
     */
    record MissedStart(int functions, @Nullable Double computerBusy) implements Inconclusive {

        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.START;
        }

        @Override
        public Phrase sentence() {
            return withLikelyCause(
                    Phrase.of(
                            functions == 1
                                    ? "The function started later than 0.5 s after T0: the response time is not that of the plan."
                                    : "Half of the functions or more started later than 0.5 s after T0: what they shared the network"
                                            + " with, and the response time, are not those of the plan."),
                    computerBusy);
        }
    }

    /** Intervals of too many functions are missing, so that no rate is known. */
    record Incomplete() implements Inconclusive {
        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.LENGTH;
        }

        @Override
        public Phrase sentence() {
            return Phrase.of("Intervals are missing: the bytes of the others over the whole time are no bandwidth.");
        }
    }

    /** The functions did not run at the same time. */
    record StartSpreadTooWide(Duration spread, @Nullable Double computerBusy) implements Inconclusive {
        public StartSpreadTooWide(Duration spread) {
            this(spread, null);
        }

        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.START;
        }

        @Override
        public Phrase sentence() {
            return withLikelyCause(
                    Phrase.of(
                            "The functions started {0} s apart, so their aggregate bandwidth is not reliable. Up to 0.5 s is"
                                    + " acceptable.",
                            String.format(Locale.ROOT, "%.1f", spread.toMillis() / 1e3)),
                    computerBusy);
        }
    }

    /** Too many functions delivered no result. */
    record TooManyFailures(
            int without, int functions, @Nullable Double computerBusy) implements Inconclusive {
        public TooManyFailures(int without, int functions) {
            this(without, functions, null);
        }

        @Override
        public EvidenceSubject subject() {
            return EvidenceSubject.FUNCTIONS;
        }

        @Override
        public Phrase sentence() {
            return withLikelyCause(
                    Phrase.of(
                            without == functions
                                    ? "No function finished, so there is no verdict."
                                    : "{0} of {1} functions did not finish, so the others did not run under the intended load.",
                            without,
                            functions),
                    computerBusy);
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
        public Phrase sentence() {
            return download.sentence().equals(upload.sentence())
                    ? Phrase.of("Both directions: {0}", download.sentence().decapitalised())
                    : Phrase.sentences(
                            Phrase.of("Download: {0}", download.sentence().decapitalised()),
                            Phrase.of("Upload: {0}", upload.sentence().decapitalised()));
        }
    }

    /**
     * Some facts that the rules need are unknown.
     *
     * @param missing unknown facts that could decide it; may be empty
     */
    record Undetermined(List<Phrase> missing) implements Inconclusive {
        public Undetermined {
            missing = List.copyOf(missing);
        }

        @Override
        public boolean invalidatesRates() {
            return false;
        }

        @Override
        public Phrase sentence() {
            return missing.isEmpty()
                    ? Phrase.of(
                            "What limited the functions cannot be determined: nothing that was recorded was at its limit.")
                    : Phrase.of(
                            "What limited the functions cannot be determined. Missing data: {0}.",
                            Phrase.join(", ", missing));
        }
    }

    /** With what a busy computer explains, and what to do about it. */
    private static Phrase withLikelyCause(Phrase sentence, @Nullable Double computerBusy) {
        return computerBusy == null || computerBusy <= VerdictRules.BUSY
                ? sentence
                : Phrase.sentences(
                        sentence,
                        Phrase.of(
                                "The likely cause is this computer, whose CPU was {0} busy: use fewer functions, or close other"
                                        + " programs.",
                                percent(computerBusy)));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
