package org.faasnetlab.plan.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.faasnetlab.workload.Workloads;
import org.junit.jupiter.api.Test;

class QuestionTest {
    @Test
    void everyPresetAsksOneQuestion() {
        assertThat(Arrays.stream(Question.values()).flatMap(question -> question.presets().stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(new Presets(Workloads.builtIn())
                        .all().stream().map(Preset::name).toList());
    }
}
