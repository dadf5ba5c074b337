package org.faasnetlab.testbed.aws.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.faasnetlab.testing.aws.creation.ScriptedCreation.SIZES;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testing.aws.creation.ScriptedAws;
import org.faasnetlab.testing.aws.creation.ScriptedCreation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Set-ups without trouble, and what AWS is asked in them. */
class TestbedCreationTest {
    @RegisterExtension
    private final ScriptedCreation lab = new ScriptedCreation();

    @Test
    void theCodeIsInTheBucketBeforeTheServersAreReady() throws Exception {
        List<Boolean> codeBeforeServers = new ArrayList<>();
        lab.time.duringPauses(() -> {
            switch (lab.time.pauses().size()) {
                case 1 -> lab.aws.bucketIsThere();
                case 2 -> {
                    codeBeforeServers.add(lab.aws.hasCode());
                    lab.aws.stack("CREATE_COMPLETE");
                }
                default -> lab.functionsMade();
            }
        });

        ReadyTestbed testbed = lab.setUp();

        assertThat(codeBeforeServers).containsExactly(true);
        assertThat(testbed.description().serverFacts()).containsEntry("10.83.0.5", "iperf 3.12");
        assertThat(testbed.functions()).hasSize(1);
        assertThat(lab.front.actions()).containsOnlyOnce("CreateStack").containsOnlyOnce("UpdateStack");
        assertThat(lab.heard.steps)
                .containsExactly(
                        "SERVERS UNDER_WAY",
                        "CODE UNDER_WAY",
                        "CODE DONE",
                        "SERVERS DONE",
                        "FUNCTIONS UNDER_WAY",
                        "FUNCTIONS DONE",
                        "MEMORY_SIZES UNDER_WAY",
                        "MEMORY_SIZES DONE",
                        "PROBE UNDER_WAY",
                        "PROBE DONE");
    }

    @Test
    void theStackIsMadeTaggedTakenBackByItselfAndUpdatedWithItsOwnTemplate() throws Exception {
        lab.time.duringPauses(lab::nextStatus);
        lab.aws.bucketIsThere();

        lab.setUp();

        assertThat(lab.form("CreateStack"))
                .containsEntry("OnFailure", "ROLLBACK")
                .containsEntry("Tags.member.1.Key", AwsTestbedSettings.TAG)
                .containsEntry("Tags.member.1.Value", "faasnetlab-lab")
                .containsEntry("Capabilities.member.1", "CAPABILITY_IAM");
        assertThat(lab.form("UpdateStack"))
                .containsEntry("UsePreviousTemplate", "true")
                .containsEntry("StackName", ScriptedAws.STACK_ID)
                .doesNotContainKey("TemplateBody");
    }

    @Test
    void everyEventIsToldOnceInItsOrderOverAllPages() throws Exception {
        lab.time.duringPauses(() -> {
            lab.aws.event("Vpc", "CREATE_IN_PROGRESS", "");
            lab.aws.event("Bucket", "CREATE_IN_PROGRESS", "");
            lab.aws.event("Vpc", "CREATE_COMPLETE", "");
            lab.nextStatus();
        });
        lab.aws.bucketIsThere();

        lab.setUp();

        assertThat(lab.heard.resources)
                .extracting(ResourceProgress::at)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(lab.heard.resources)
                .extracting(resource -> resource.name() + " " + resource.state())
                .startsWith("faasnetlab-lab UNDER_WAY", "Vpc UNDER_WAY", "Bucket UNDER_WAY", "Vpc READY");
    }

    @Test
    void settingsThatAwsWouldRefuseAreRefusedBeforeItIsAsked() {
        InvalidTestbedSettingException failure = catchThrowableOfType(
                InvalidTestbedSettingException.class,
                () -> lab.setup(lab.time)
                        .setUp(
                                AwsTestbedSettings.defaults("No Name", "eu-central-1a"),
                                SIZES,
                                lab.heard,
                                lab.cancellation));

        assertThat(failure.setting()).isEqualTo("name");
        assertThat(lab.front.requests()).isEmpty();
    }
}
