package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.aws.preflight.RoomyPreflight.lines;

import java.time.Clock;
import java.util.Map;
import org.faasnetlab.testbed.aws.preflight.PreflightResult.State;
import org.faasnetlab.testing.aws.preflight.RoomyAccount;
import org.faasnetlab.testing.aws.preflight.RoomyPreflight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The quota of up to 3 Gbit/s outside a VPC. */
class FunctionBandwidthCheckTest {
    @RegisterExtension
    private final RoomyPreflight lab = new RoomyPreflight();

    @Test
    void quotaThatWasNotRaisedIsAWarning() throws Exception {
        PreflightResult line = outside(10_240).get("function-bandwidth");

        assertThat(line.state()).isEqualTo(State.WARNING);
        assertThat(line.meaning().toString()).startsWith("The account's quota is 625 Mbit/s for each function");
        assertThat(line.remedy().toString()).contains("'Network bandwidth per execution environment'");
    }

    @Test
    void raisedQuotaIsTheLimitOfTheLargestFunction() throws Exception {
        RoomyAccount.functionBandwidth(lab.aws, "3000.0");

        assertThat(outside(10_240).get("function-bandwidth").meaning().toString())
                .isEqualTo("Functions with 10,240 MB have up to 3.00 Gbit/s outside the VPC.");
    }

    /** AWS states two values for 2,048 MB. */
    @Test
    void raisedQuotaIsAnUpperBoundForSizesBetween() throws Exception {
        RoomyAccount.functionBandwidth(lab.aws, "3000.0");

        PreflightResult line = outside(4096).get("function-bandwidth");

        assertThat(line.state()).isEqualTo(State.OK);
        assertThat(line.meaning().toString())
                .isEqualTo(
                        "Functions outside the VPC have at most 3.00 Gbit/s, which is the quota for 10,240 MB. How much"
                                + " 4,096 MB have is not documented consistently.");
    }

    @Test
    void smallFunctionsDoNotBenefitFromARaisedQuota() throws Exception {
        RoomyAccount.functionBandwidth(lab.aws, "3000.0");

        PreflightResult line = outside(1769).get("function-bandwidth");

        assertThat(line.state()).isEqualTo(State.WARNING);
        assertThat(line.meaning().toString()).contains("functions with 1,769 MB have 625 Mbit/s");
    }

    @Test
    void quotaThatIsNotListedOrHasAnotherUnitIsUnknown() throws Exception {
        RoomyAccount.functionBandwidth(lab.aws, "3.0");
        assertThat(outside(4096).get("function-bandwidth").state()).isEqualTo(State.UNKNOWN);

        lab.aws.answer("ListServiceQuotas", "{\"Quotas\":[]}");
        assertThat(outside(4096).get("function-bandwidth").state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void deniedQuotaIsUnknownAndServersAreComparedWithTheDefault() throws Exception {
        lab.aws.refuse("ListServiceQuotas", 400, "AccessDeniedException", "no");

        Map<String, PreflightResult> lines = outside(10_240);

        assertThat(lines.get("function-bandwidth").meaning().toString()).contains("servicequotas:ListServiceQuotas");
        assertThat(lines.get("public-bandwidth").meaning().toString())
                .contains("8 functions send 5 at 625 Mbit/s each");
    }

    @Test
    void publicServersAreComparedWithTheRaisedQuota() throws Exception {
        RoomyAccount.functionBandwidth(lab.aws, "3000.0");

        assertThat(outside(10_240).get("public-bandwidth").meaning().toString())
                .contains("8 functions send 24 at 3.00 Gbit/s each: the servers would be the bottleneck.");
        assertThat(outside(1024).get("public-bandwidth").meaning().toString())
                .contains("8 functions send 5 at 625 Mbit/s each");
    }

    private Map<String, PreflightResult> outside(int memoryMb) throws InterruptedException {
        return lines(new Preflight(
                lab.aws.account(),
                lab.settings.toBuilder().outsideServers(1).memoryMb(memoryMb).build(),
                RoomyPreflight.FUNCTIONS,
                Clock.systemUTC()));
    }
}
