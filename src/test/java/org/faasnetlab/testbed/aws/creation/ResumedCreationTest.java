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

/** Set-ups that find something in the account already: what is gone on with, and what is left alone. */
class ResumedCreationTest {
    @RegisterExtension
    private final ScriptedCreation lab = new ScriptedCreation();

    @Test
    void functionsWithTheCodeOfAnotherVersionGetThisOnes() throws Exception {
        lab.existing("UPDATE_COMPLETE");
        lab.aws.parameter("WithFunctions", "true");
        lab.aws.parameter("FunctionCodeKey", "function-0123456789abcdef.zip");
        lab.time.duringPauses(lab::functionsMade);

        lab.goOn();

        assertThat(lab.aws.hasCode()).isTrue();
        assertThat(lab.front.actions()).containsOnlyOnce("UpdateStack");
    }

    @Test
    void aTestbedWithOtherSettingsIsLeftAlone() {
        lab.existing("CREATE_COMPLETE");
        lab.aws.parameter("ServerCount", "2");

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.OTHER_SETTINGS);
        assertThat(lab.front.actions()).doesNotContain("UpdateStack");
    }

    @Test
    void aStackThatIsNoTestbedIsLeftAlone() {
        lab.existing("CREATE_COMPLETE");
        lab.aws.withoutTag();

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.NOT_A_TESTBED);
        assertThat(lab.front.actions()).containsExactly("DescribeStacks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE_IN_PROGRESS", "DELETE_FAILED"})
    void aTestbedThatIsBeingTakenAwayIsNotContinued(String status) {
        lab.existing(status);

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.BEING_DELETED);
    }

    @Test
    void aTestbedThatSomebodyTookAwayMeanwhileIsNotMadeAnew() {
        lab.existing("CREATE_IN_PROGRESS");
        lab.time.duringPauses(() -> lab.aws.stack(""));

        assertThat(lab.failure(CreationException.class).reason()).isEqualTo(Reason.BEING_DELETED);
        assertThat(lab.front.actions()).doesNotContain("CreateStack");
    }

    @Test
    void withoutServersThereIsNothingToContinue() {
        lab.existing("CREATE_COMPLETE");
        lab.aws.parameter("LeaseMinutes", "15");
        FakeSleeper later = new FakeSleeper(NOON.plusSeconds(16 * 60));

        CreationException failure = catchThrowableOfType(
                CreationException.class, () -> lab.setup(later).goOn("lab", SIZES, lab.heard, lab.cancellation));

        assertThat(failure.reason()).isEqualTo(Reason.LEASE_OVER);
        assertThat(lab.front.actions()).doesNotContain("UpdateStack");
    }

    @Test
    void whatIsNotThereCannotBeContinued() {
        CreationException failure = catchThrowableOfType(CreationException.class, lab::goOn);

        assertThat(failure.reason()).isEqualTo(Reason.NO_TESTBED);
        assertThat(failure).hasMessage("Testbed \"lab\" does not exist in eu-central-1.");
    }
}
