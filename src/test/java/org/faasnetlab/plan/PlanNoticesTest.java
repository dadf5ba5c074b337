package org.faasnetlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testing.plan.ProgramPresets;
import org.faasnetlab.testing.run.StubTestbed;
import org.junit.jupiter.api.Test;

class PlanNoticesTest {
    private final StubTestbed testbed = new StubTestbed("lab");

    @Test
    void theQuotaOutsideAVpcCannotBeMeasuredWhereFunctionsAreLimited() throws Exception {
        ExperimentPlan quota = plan("network-quota");
        assertThat(PlanNotices.on(testbed, quota)).isEmpty();

        testbed.functionLimit = Bandwidth.ofMegabits(625);

        assertThat(PlanNotices.on(testbed, quota))
                .extracting(Phrase::toString)
                .containsExactly(
                        "Functions of this testbed are limited to 625 Mbit/s after their burst, whatever their memory"
                                + " size: measure outside the VPC, in an account with a raised quota.");
        assertThat(PlanNotices.on(testbed, plan("memory-sweep"))).isEmpty();
    }

    @Test
    void theQuotaIsMeasuredOutsideTheVpc() throws Exception {
        assertThat(PlanNotices.place(plan("network-quota")).orElseThrow().toString())
                .startsWith(
                        "On AWS, run it outside the VPC (--outside): inside, every function is limited to 625 Mbit/s");
        assertThat(PlanNotices.place(plan("memory-sweep"))).isEmpty();
    }

    @Test
    void theRateOfAllFunctionsIsComparedWithTheInterface() throws Exception {
        testbed.interfaceSpeed = Bandwidth.ofMegabits(100);
        ExperimentPlan datagrams = ProgramPresets.SETTINGS.apply(plan("udp-capacity"), List.of("rate=40Mbit"));

        assertThat(PlanNotices.on(testbed, datagrams)).isEmpty();
        assertThat(PlanNotices.on(testbed, ProgramPresets.SETTINGS.apply(datagrams, List.of("functions=1,3"))))
                .extracting(Phrase::toString)
                .containsExactly("No more than 100 Mbit/s.");
        assertThat(PlanNotices.on(testbed, plan("iperf3-concurrent"))).isEmpty();
    }

    @Test
    void probesAreThoseBesideTransfersToo() throws Exception {
        assertThat(plan("latency").hasProbes()).isTrue();
        assertThat(plan("latency-under-load").hasProbes()).isTrue();
        assertThat(plan("iperf3-single").hasProbes()).isFalse();
    }

    private static ExperimentPlan plan(String preset) throws Exception {
        return ProgramPresets.PRESETS.byName(preset).plan();
    }
}
