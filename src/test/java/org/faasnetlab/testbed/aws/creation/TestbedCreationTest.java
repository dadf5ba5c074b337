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

/** Creations without failures, and their requests to AWS. */
class TestbedCreationTest {
    @RegisterExtension
    private final ScriptedCreation lab = new ScriptedCreation();

    @Test
    void codeIsUploadedBeforeServersAreReady() throws Exception {
        List<Boolean> codeBeforeServers = new ArrayList<>();
        lab.sleeper.duringSleeps(() -> {
            switch (lab.sleeper.sleeps().size()) {
                case 1 -> lab.aws.bucketIsThere();
                case 2 -> {
                    codeBeforeServers.add(lab.aws.hasCode());
                    lab.aws.stack("CREATE_COMPLETE");
                }
                default -> lab.functionsCreated();
            }
        });

        ReadyTestbed testbed = lab.create();

        assertThat(codeBeforeServers).containsExactly(true);
        assertThat(testbed.description().serverFacts()).containsEntry("10.83.0.5", "iperf 3.12");
        assertThat(testbed.functions()).hasSize(1);
        assertThat(lab.endpoint.actions()).containsOnlyOnce("CreateStack").containsOnlyOnce("UpdateStack");
        assertThat(lab.events.steps)
                .containsExactly(
                        "SERVERS RUNNING",
                        "CODE RUNNING",
                        "CODE DONE",
                        "SERVERS DONE",
                        "FUNCTIONS RUNNING",
                        "FUNCTIONS DONE",
                        "MEMORY_SIZES RUNNING",
                        "MEMORY_SIZES DONE",
                        "PROBE RUNNING",
                        "PROBE DONE");
    }

    @Test
    void stackIsTaggedRollsBackAndIsUpdatedWithItsOwnTemplate() throws Exception {
        lab.sleeper.duringSleeps(lab::nextStatus);
        lab.aws.bucketIsThere();

        lab.create();

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
    void eventsOfAllPagesAreReportedOnceInOrder() throws Exception {
        lab.sleeper.duringSleeps(() -> {
            lab.aws.event("Vpc", "CREATE_IN_PROGRESS", "");
            lab.aws.event("Bucket", "CREATE_IN_PROGRESS", "");
            lab.aws.event("Vpc", "CREATE_COMPLETE", "");
            lab.nextStatus();
        });
        lab.aws.bucketIsThere();

        lab.create();

        assertThat(lab.events.resources)
                .extracting(ResourceProgress::at)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(lab.events.resources)
                .extracting(resource -> resource.name() + " " + resource.state())
                .startsWith("faasnetlab-lab IN_PROGRESS", "Vpc IN_PROGRESS", "Bucket IN_PROGRESS", "Vpc COMPLETE");
    }

    @Test
    void invalidSettingsAreRejectedBeforeAnyRequest() {
        InvalidTestbedSettingException failure = catchThrowableOfType(
                InvalidTestbedSettingException.class,
                () -> lab.creation(lab.sleeper)
                        .create(
                                AwsTestbedSettings.defaults("No Name", "eu-central-1a"),
                                SIZES,
                                lab.events,
                                lab.cancellation));

        assertThat(failure.setting()).isEqualTo("name");
        assertThat(lab.endpoint.requests()).isEmpty();
    }
}
