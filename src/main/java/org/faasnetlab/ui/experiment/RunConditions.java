package org.faasnetlab.ui.experiment;

import java.util.Optional;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.common.session.TestbedStatus;

/** What prevents plans from running on the window's testbed. */
final class RunConditions {
    private final Texts texts;
    private final TestbedSession session;

    RunConditions(Texts texts, TestbedSession session) {
        this.texts = texts;
        this.session = session;
    }

    /** Why a plan does not run on the testbed, for the user; empty if nothing prevents it. */
    String blockedReason(ExperimentPlan plan) {
        if (session.status().get() instanceof TestbedStatus.Starting) {
            return texts.get("blocked.starting");
        }
        Optional<Testbed> testbed = session.testbed();
        if (testbed.isEmpty()) {
            return texts.get("blocked.noTestbed");
        }
        if (plan.network().simulated() && testbed.get().kind() != TestbedKind.LOCAL) {
            return texts.get("blocked.network");
        }
        int max = testbed.get().limits().maxFunctions();
        return maxFunctions(plan) > max ? texts.get("blocked.functions", String.valueOf(max)) : "";
    }

    private static int maxFunctions(ExperimentPlan plan) {
        return plan.factors().functions().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
