package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppVersionTest {

    @Test
    void theCommitFollowsThePlus() {
        String commit = "c58c2b560880869346e949b48c1814a2a1e7545a";
        assertThat(AppVersion.facts("0.1.0+" + commit)).containsEntry("app.commit", commit);
        assertThat(AppVersion.facts("0.1.0+" + commit + ".modified")).containsEntry("app.commit", commit + ".modified");
    }

    @Test
    void withoutACommitNoneIsStated() {
        assertThat(AppVersion.facts("0.1.0")).containsOnlyKeys("app");
        assertThat(AppVersion.facts(null).get("app")).startsWith("faasnetlab (not packaged), Java ");
    }
}
