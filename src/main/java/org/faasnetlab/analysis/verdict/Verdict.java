package org.faasnetlab.analysis.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.burst.BurstFormatter;
import org.faasnetlab.measure.Bandwidth;

/**
 * What limited a trial, with the evidence for it. That functions share a host is never concluded: ids of sandboxes do not
 * show it. Only a simulated network knows its hosts.
 */
public sealed interface Verdict {

    /** One whole sentence for the user, with the evidence. */
    String sentence();

    /** The simulated link of each function. */
    record SimulatedFunctionLink(Bandwidth measured, Bandwidth rate) implements Verdict {
        @Override
        public String sentence() {
            return "The simulated link limited each function: it measured " + measured + ", and the link is set to "
                    + rate + ".";
        }
    }

    /**
     * The simulated link that the functions of one host share.
     *
     * @param expected what all functions together can have under the settings
     */
    record SimulatedHostLink(Bandwidth aggregate, Bandwidth expected, int functions, int hosts, Bandwidth hostLink)
            implements Verdict {
        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "The simulated host link limited the functions: %d of them on %s of %s had %s together, and the settings"
                            + " allow %s.",
                    functions,
                    hosts == 1 ? "one host" : hosts + " hosts",
                    hostLink,
                    aggregate,
                    expected);
        }
    }

    /** The provider's limit of a function. */
    record FunctionCap(Bandwidth measured, Bandwidth cap) implements Verdict {
        @Override
        public String sentence() {
            return "The limit of a function held: it measured " + measured + " after any burst, and the limit is " + cap
                    + ".";
        }
    }

    /** The processor share of a function with little memory. */
    record FunctionCpu(double busy, int memoryMb) implements Verdict {
        @Override
        public String sentence() {
            return "The processor share of a function with " + memoryMb + " MB of memory limited it: it was "
                    + percent(busy) + " used.";
        }
    }

    /** The network of the servers. */
    record ServerNetwork(Bandwidth aggregate, Bandwidth limit) implements Verdict {
        @Override
        public String sentence() {
            return "The network of the servers limited the functions: they had " + aggregate
                    + " together, and the servers can carry " + limit + ".";
        }
    }

    /** The processors of a server. */
    record ServerCpu(double busy) implements Verdict {
        @Override
        public String sentence() {
            return "The processors of a server limited the functions: they were " + percent(busy) + " busy.";
        }
    }

    /** The disk of a server. */
    record ServerDisk(double busy) implements Verdict {
        @Override
        public String sentence() {
            return "The disk of a server limited the functions: it was at work " + percent(busy) + " of the time.";
        }
    }

    /**
     * What all functions of one VPC get together.
     *
     * @param citation of the measurement that the aggregate agrees with
     */
    record VpcCeiling(Bandwidth aggregate, int functions, String citation) implements Verdict {
        @Override
        public String sentence() {
            return "The network of the VPC probably limited the functions: " + functions + " had " + aggregate
                    + " together, which agrees with a published measurement (" + citation + ").";
        }
    }

    /** The processors of this computer. */
    record ThisComputer(double busy) implements Verdict {
        @Override
        public String sentence() {
            return "The processors of this computer limited the run: they were " + percent(busy)
                    + " busy, so it says nothing about the network.";
        }
    }

    /** Too little was measured after the burst. */
    record TooShort(String reason) implements Verdict {
        @Override
        public String sentence() {
            return "The transfer was too short to tell what limited it: " + decapitalised(reason);
        }
    }

    /** The functions did not run at the same time. */
    record StartSpreadTooWide(Duration spread) implements Verdict {
        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "The functions started %.1f s apart, so what they had together cannot be trusted; up to 0.5 s is good"
                            + " enough.",
                    spread.toMillis() / 1e3);
        }
    }

    /** Too many functions delivered nothing. */
    record Failures(int without, int functions) implements Verdict {
        @Override
        public String sentence() {
            return without == functions
                    ? "No function delivered a result, so there is nothing to conclude."
                    : without + " of " + functions
                            + " functions delivered no result, so the rest did not have the load that was asked for.";
        }
    }

    /** What limited each direction of a trial that goes both ways. */
    record EachWay(Verdict download, Verdict upload) implements Verdict {
        @Override
        public String sentence() {
            return download.sentence().equals(upload.sentence())
                    ? "Each way: " + decapitalised(download.sentence())
                    : "Download: " + decapitalised(download.sentence()) + " Upload: "
                            + decapitalised(upload.sentence());
        }
    }

    /** @param missing what is not known and could decide it, in words; may be empty */
    record CannotTell(List<String> missing) implements Verdict {
        public CannotTell {
            missing = List.copyOf(missing);
        }

        @Override
        public String sentence() {
            return missing.isEmpty()
                    ? "What limited the functions cannot be told: nothing that was recorded was at its limit."
                    : "What limited the functions cannot be told: not known is " + String.join(", ", missing) + ".";
        }
    }

    private static String decapitalised(String sentence) {
        return BurstFormatter.decapitalised(sentence);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
