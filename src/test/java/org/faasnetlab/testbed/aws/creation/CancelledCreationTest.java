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
        lab.sleeper.duringSleeps(lab.cancellation::cancel);

        CreationException failure = lab.failure(CreationException.class);

        assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.deleted).containsExactly("lab");
        assertThat(lab.events.steps).endsWith("SERVERS FAILED");
    }

    @Test
    void cancellingBeforeAnythingIsKnownTakesNothingAway() {
        lab.stackExists("CREATE_COMPLETE");
        lab.cancellation.cancel();

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.endpoint.requests()).isEmpty();
        assertThat(lab.deleted).isEmpty();
    }

    @Test
    void cancellingWhatAnotherComputerBeganTakesItAway() {
        lab.stackExists("CREATE_IN_PROGRESS");
        lab.sleeper.duringSleeps(lab.cancellation::cancel);

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.deleted).containsExactly("lab");
    }

    @Test
    void cancellingWorkOnATestbedThatWasReadyLeavesIt() {
        lab.stackExists("UPDATE_COMPLETE");
        lab.aws.parameter("WithFunctions", "true");
        lab.sleeper.duringSleeps(lab.cancellation::cancel);

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.endpoint.actions()).contains("UpdateStack");
        assertThat(lab.deleted).isEmpty();
    }

    @Test
    void anInterruptLeavesTheTestbedAsItIs() {
        lab.sleeper.duringSleeps(() -> Thread.currentThread().interrupt());

        assertThat(catchThrowable(() -> lab.create())).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(lab.deleted).isEmpty();
    }
}
