package org.faasnetlab.analysis.cost;

import org.faasnetlab.store.RunRow;

/**
 * The instruction set by whose price the functions of a run are reckoned.
 *
 * @param assumed whether the run does not say what its functions would run on, as on this computer: then x86_64
 */
public record BilledArchitecture(CostModel.Architecture architecture, boolean assumed) {

    public static BilledArchitecture of(RunRow run) {
        String name = run.environment().get("function.architecture");
        return new BilledArchitecture(
                "arm64".equals(name) ? CostModel.Architecture.ARM : CostModel.Architecture.X86, name == null);
    }

    /** For example {@code x86_64 (assumed)}. */
    public String words() {
        return (architecture == CostModel.Architecture.ARM ? "arm64" : "x86_64") + (assumed ? " (assumed)" : "");
    }
}
