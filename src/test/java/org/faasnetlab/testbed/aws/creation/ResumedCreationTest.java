package org.faasnetlab.testbed.aws.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.faasnetlab.testing.aws.creation.ScriptedCreation.NOON;
import static org.faasnetlab.testing.aws.creation.ScriptedCreation.SIZES;

import org.faasnetlab.testbed.aws.creation.CreationException.Reason;
import org.faasnetlab.testing.aws.FakeSleeper;
import org.faasnetlab.testing.aws.creation.ScriptedCreation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creations that find a stack in the account: which ones they resume, and which ones they do not change. */
class ResumedCreationTest {
    @RegisterExtension
    private final ScriptedCreation lab = new ScriptedCreation();

    @Test
    void functionsWithOldCodeAreUpdated() throws Exception {
        lab.stackExists("UPDATE_COMPLETE");
        lab.aws.parameter("WithFunctions", "true");
        lab.aws.parameter("FunctionCodeKey", "function-0123456789abcdef.zip");
        lab.sleeper.duringSleeps(lab::functionsCreated);

        lab.resume();

        assertThat(lab.aws.hasCode()).isTrue();
        assertThat(lab.endpoint.actions()).containsOnlyOnce("UpdateStack");
    }

    @Test
    void testbedWithDifferentSettingsIsNotChanged() {
        lab.stackExists("CREATE_COMPLETE");
        lab.aws.parameter("ServerCount", "2");

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.SETTINGS_DIFFER);
        assertThat(lab.endpoint.actions()).doesNotContain("UpdateStack");
    }

    @Test
    void stackThatIsNoTestbedIsNotChanged() {
        lab.stackExists("CREATE_COMPLETE");
        lab.aws.withoutTag();

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.NOT_A_TESTBED);
        assertThat(lab.endpoint.actions()).containsExactly("DescribeStacks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE_IN_PROGRESS", "DELETE_FAILED"})
    void testbedBeingDeletedIsNotResumed(String status) {
        lab.stackExists(status);

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.BEING_DELETED);
    }

    @Test
    void testbedDeletedMeanwhileIsNotCreatedAgain() {
        lab.stackExists("CREATE_IN_PROGRESS");
        lab.sleeper.duringSleeps(() -> lab.aws.stack(""));

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.BEING_DELETED);
        assertThat(lab.endpoint.actions()).doesNotContain("CreateStack");
    }

    @Test
    void testbedWithExpiredLeaseIsNotResumed() {
        lab.stackExists("CREATE_COMPLETE");
        lab.aws.parameter("LeaseMinutes", "15");
        FakeSleeper later = new FakeSleeper(NOON.plusSeconds(16 * 60));

        CreationException failure = catchThrowableOfType(
                CreationException.class, () -> lab.creation(later).resume("lab", SIZES, lab.events, lab.cancellation));

        assertThat(failure.reason()).isEqualTo(Reason.LEASE_EXPIRED);
        assertThat(lab.endpoint.actions()).doesNotContain("UpdateStack");
    }

    @Test
    void missingTestbedIsNotResumed() {
        CreationException failure = catchThrowableOfType(CreationException.class, lab::resume);

        assertThat(failure.reason()).isEqualTo(Reason.NO_TESTBED);
        assertThat(failure).hasMessage("Testbed \"lab\" does not exist in eu-central-1.");
    }
}
