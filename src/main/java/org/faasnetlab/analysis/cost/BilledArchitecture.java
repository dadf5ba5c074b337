package org.faasnetlab.analysis.cost;

import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.Architecture;

/**
 * The architecture used for the billing of a run's functions.
 *
 * @param assumed true if the run recorded no architecture, as on this computer; then x86_64
 */
public record BilledArchitecture(Architecture architecture, boolean assumed) {

    public static BilledArchitecture of(RunRow run) {
        String name = run.environment().get("function.architecture");
        return new BilledArchitecture(
                name == null ? Architecture.X86_64 : Architecture.find(name).orElse(Architecture.X86_64), name == null);
    }

    /** For example {@code x86_64 (assumed)}. */
    public Phrase text() {
        return assumed ? Phrase.of("{0} (assumed)", architecture.id()) : Phrase.verbatim(architecture.id());
    }
}
