package org.faasnetlab.ui.common.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.faasnetlab.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class NoticeTest {

    @ParameterizedTest
    @CsvSource({
        "BAD_INPUT, warning-notice",
        "UNAVAILABLE, warning-notice",
        "REFUSED, problem-notice",
        "FAILED, problem-notice",
        "CANCELLED, information-notice"
    })
    void showsFailureInTheColourOfItsKind(LabException.Kind kind, String style) {
        Notice notice = Notice.problem();

        notice.show(new LabException(kind, "It stopped.", "Try again."));

        assertThat(notice.getStyleClass()).containsExactly("notice", style);
        assertThat(notice.isVisible()).isTrue();
    }

    @Test
    void kindsHaveDifferentIcons() {
        assertThat(Arrays.stream(LabException.Kind.values())
                        .map(NoticeTest::icon)
                        .distinct())
                .hasSize(LabException.Kind.values().length);
    }

    @Test
    void withoutMessageItTakesNoSpace() {
        Notice notice = Notice.problem();
        notice.show(new LabException(LabException.Kind.FAILED, "It stopped.", "Try again."));

        notice.show((LabException) null);

        assertThat(notice.isManaged()).isFalse();
    }

    private static String icon(LabException.Kind kind) {
        Notice notice = Notice.problem();
        notice.show(new LabException(kind, "It stopped.", "Try again."));
        return ((FontIcon) notice.getChildren().get(0)).getIconLiteral();
    }
}
