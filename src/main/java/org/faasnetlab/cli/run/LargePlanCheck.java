package org.faasnetlab.cli.run;

import org.faasnetlab.cli.common.InputException;
import org.faasnetlab.cli.plan.PlanFormatter;
import org.faasnetlab.plan.PlanEstimate;

/** Keeps a mistyped factor from occupying a computer, or an account, for days. */
final class LargePlanCheck {
    private LargePlanCheck() {}

    /** @throws InputException if the plan is large and the user has not said that this is meant */
    static void check(PlanEstimate estimate, boolean meant) throws InputException {
        if (!meant && estimate.large()) {
            throw new InputException(
                    "This is a large experiment: " + PlanFormatter.summary(estimate) + ".",
                    "To run it anyway, add --yes. Otherwise, use fewer values or repetitions.");
        }
    }
}
