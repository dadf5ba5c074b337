package org.faasnetlab.cli.run;

import org.faasnetlab.LabException;
import org.faasnetlab.cli.plan.PlanFormatter;
import org.faasnetlab.plan.PlanEstimate;

/** Prevents a mistyped factor from occupying a computer, or an account, for days. */
final class LargePlanCheck {
    private LargePlanCheck() {}

    /** @throws LabException if the plan is large and the user has not confirmed it */
    static void check(PlanEstimate estimate, boolean meant) throws LabException {
        if (!meant && estimate.large()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "This is a large experiment: " + PlanFormatter.summary(estimate) + ".",
                    "To run it anyway, add --yes. Otherwise, use fewer values or repetitions.");
        }
    }
}
