package org.faasnetlab.testbed.aws.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.faasnetlab.testbed.aws.creation.CreationException.Reason;
import org.faasnetlab.testing.aws.creation.ScriptedCreation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Set-ups that are cancelled or interrupted: what was begun is taken away, and nothing else is. */
class CancelledCreationTest {
    @RegisterExtension
    private final ScriptedCreation lab = new ScriptedCreation();

    @Test
    void cancellingTakesAwayWhatWasMade() {
        lab.time.duringPauses(lab.cancellation::cancel);

        CreationException failure = lab.failure(CreationException.class);

        assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.tornDown).containsExactly("lab");
        assertThat(lab.heard.steps).endsWith("SERVERS FAILED");
    }

    @Test
    void cancellingBeforeAnythingIsKnownTakesNothingAway() {
        lab.existing("CREATE_COMPLETE");
        lab.cancellation.cancel();

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.front.requests()).isEmpty();
        assertThat(lab.tornDown).isEmpty();
    }

    @Test
    void cancellingWhatAnotherComputerBeganTakesItAway() {
        lab.existing("CREATE_IN_PROGRESS");
        lab.time.duringPauses(lab.cancellation::cancel);

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.tornDown).containsExactly("lab");
    }

    @Test
    void cancellingWorkOnATestbedThatWasReadyLeavesIt() {
        lab.existing("UPDATE_COMPLETE");
        lab.aws.parameter("WithFunctions", "true");
        lab.time.duringPauses(lab.cancellation::cancel);

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.front.actions()).contains("UpdateStack");
        assertThat(lab.tornDown).isEmpty();
    }

    @Test
    void anInterruptLeavesTheTestbedAsItIs() {
        lab.time.duringPauses(() -> Thread.currentThread().interrupt());

        assertThat(catchThrowable(() -> lab.setUp())).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(lab.tornDown).isEmpty();
    }
}
