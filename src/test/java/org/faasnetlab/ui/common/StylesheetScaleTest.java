package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The window has one scale of font sizes and one of distances. JavaFX has no variables for sizes, so that the style
 * sheets repeat the numbers.
 */
class StylesheetScaleTest {
    private static final Path STYLES = Path.of("src/main/resources/org/faasnetlab/ui");
    private static final Path CODE = Path.of("src/main/java/org/faasnetlab/ui");

    /** Badges, small text, tables, text, titles of cards, titles in a pane, titles of pages and values. */
    private static final Set<String> FONT_SIZES = Set.of("11px", "12px", "13px", "14px", "16px", "18px", "22px");

    private static final Set<String> DISTANCES =
            Set.of("0", "1", "2", "4", "6", "8", "10", "12", "14", "16", "20", "24", "40");

    private static final Pattern FONT_SIZE = Pattern.compile("-fx-font-size: *([^;}]+)");
    private static final Pattern FONT_SHORTHAND = Pattern.compile("-fx-font: ");
    private static final Pattern DISTANCE =
            Pattern.compile("-fx-(?:padding|spacing|hgap|vgap|graphic-text-gap|label-padding): *([^;}]+)");
    private static final Pattern DISTANCE_IN_CODE =
            Pattern.compile("(?:new (?:VBox|HBox|FlowPane|TilePane)|setSpacing|set[HV]gap|super)\\(([0-9.]+)[,)]");

    @Test
    void fontSizesAreOfTheScale() throws IOException {
        for (Path sheet : files(STYLES, ".css")) {
            assertThat(values(FONT_SIZE, sheet))
                    .as(sheet.toString())
                    .isNotEmpty()
                    .isSubsetOf(FONT_SIZES);
            assertThat(Files.readString(sheet)).as(sheet.toString()).doesNotContainPattern(FONT_SHORTHAND);
        }
    }

    @Test
    void distancesAreOfTheScale() throws IOException {
        for (Path sheet : files(STYLES, ".css")) {
            List<String> distances = values(DISTANCE, sheet).stream()
                    .flatMap(each -> Stream.of(each.replace("px", "").strip().split(" +")))
                    .toList();
            assertThat(distances).as(sheet.toString()).isNotEmpty().isSubsetOf(DISTANCES);
        }
        for (Path source : files(CODE, ".java")) {
            assertThat(values(DISTANCE_IN_CODE, source)).as(source.toString()).isSubsetOf(DISTANCES);
        }
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static List<String> values(Pattern pattern, Path file) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1).strip());
        }
        return found;
    }
}
