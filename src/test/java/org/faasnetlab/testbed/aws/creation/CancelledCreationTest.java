package org.faasnetlab.testbed.aws.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.creation.CreationException.Reason;
import org.faasnetlab.testing.aws.creation.ScriptedCreation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Creations that are cancelled or interrupted: exactly what they have created is deleted. */
class CancelledCreationTest {
    @RegisterExtension
    private final ScriptedCreation lab = new ScriptedCreation();

    @Test
    void cancelledCreationIsRolledBack() {
        lab.sleeper.duringSleeps(lab.cancellation::cancel);

        CreationException failure = lab.failure(CreationException.class);

        assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(failure.kind()).isEqualTo(LabException.Kind.CANCELLED);
        assertThat(lab.deleted).containsExactly("lab");
        assertThat(lab.events.steps).endsWith("SERVERS FAILED");
    }

    @Test
    void cancellationBeforeFirstRequestDeletesNothing() {
        lab.stackExists("CREATE_COMPLETE");
        lab.cancellation.cancel();

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.endpoint.requests()).isEmpty();
        assertThat(lab.deleted).isEmpty();
    }

    @Test
    void cancelledCreationOfAnotherComputerIsRolledBack() {
        lab.stackExists("CREATE_IN_PROGRESS");
        lab.sleeper.duringSleeps(lab.cancellation::cancel);

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.deleted).containsExactly("lab");
    }

    @Test
    void cancellationKeepsTestbedThatWasReady() {
        lab.stackExists("UPDATE_COMPLETE");
        lab.aws.parameter("WithFunctions", "true");
        lab.sleeper.duringSleeps(lab.cancellation::cancel);

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.CANCELLED);
        assertThat(lab.endpoint.actions()).contains("UpdateStack");
        assertThat(lab.deleted).isEmpty();
    }

    @Test
    void interruptKeepsTestbed() {
        lab.sleeper.duringSleeps(() -> Thread.currentThread().interrupt());

        assertThat(catchThrowable(() -> lab.create())).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(lab.deleted).isEmpty();
    }
}
