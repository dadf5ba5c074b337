package org.faasnetlab.testing.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads mutated inputs with a target and counts what happens. */
public final class Fuzzer {
    /** Not the time of a clock: another program may have the processor meanwhile. */
    private static final ThreadMXBean PROCESSOR_TIME = ManagementFactory.getThreadMXBean();

    private Fuzzer() {}

    /** @param inputs number of inputs of a target with share 1 */
    public static FuzzOutcome run(FuzzTarget target, long inputs, long seed) {
        ByteMutator mutator = new ByteMutator(seed, target.seeds());
        long count = Math.max(1, Math.round(inputs * target.share()));
        long accepted = 0;
        long refused = 0;
        long slowest = 0;
        Set<String> places = new HashSet<>();
        List<FuzzOutcome.Failure> failures = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            byte[] input = i < target.seeds().size() ? target.seeds().get((int) i) : mutator.next();
            long begun = PROCESSOR_TIME.getCurrentThreadCpuTime();
            try {
                target.reader().read(input);
                accepted++;
            } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError thrown) {
                if (target.refusals().stream().anyMatch(refusal -> refusal.isInstance(thrown))) {
                    refused++;
                } else if (places.add(place(thrown))) {
                    failures.add(new FuzzOutcome.Failure(thrown, new String(input, StandardCharsets.ISO_8859_1)));
                }
            }
            slowest = Math.max(slowest, PROCESSOR_TIME.getCurrentThreadCpuTime() - begun);
        }
        return new FuzzOutcome(target.name(), count, accepted, refused, slowest / 1e6, failures);
    }

    private static String place(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return thrown.getClass().getName() + (stack.length == 0 ? "" : stack[0]);
    }
}
