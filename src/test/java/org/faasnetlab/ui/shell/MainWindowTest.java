package org.faasnetlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.ScreenId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    private final Navigation navigation = new Navigation();
    private final List<String> events = new ArrayList<>();
    private MainWindow window;
    private Scene scene;

    @Start
    void start(Stage stage) {
        List<NavigationItem> items = List.of(item(ScreenId.TESTBEDS), item(ScreenId.RESULTS), item(ScreenId.LOG));
        window = new MainWindow(items, navigation, new Region(), new Region(), new StackPane());
        scene = new Scene(window.root(), 800, 500);
        stage.setScene(scene);
        stage.show();
    }

    private NavigationItem item(ScreenId id) {
        return new NavigationItem(id, id.name(), Feather.LIST, () -> new NamedScreen(id));
    }

    @Test
    void aScreenReadsItsDataOnlyWhenTheWindowIsOpen(FxRobot robot) {
        assertThat(events).containsExactly("made TESTBEDS");

        robot.interact(() -> window.opened());
        robot.interact(() -> navigation.show(ScreenId.RESULTS));

        assertThat(events).containsExactly("made TESTBEDS", "shown TESTBEDS", "made RESULTS", "shown RESULTS");
    }

    @Test
    void aPreparedScreenHasStylesAndLayoutBeforeItIsShown(FxRobot robot) throws Exception {
        robot.interact(() -> new ScreenPreparation(window, scene, List.of(ScreenId.RESULTS)).start());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> events.contains("made RESULTS"));
        WaitForAsyncUtils.waitForFxEvents();

        Button content = (Button) window.screen(ScreenId.RESULTS).view();
        assertThat(content.getSkin()).isNotNull();
        assertThat(content.getWidth()).isPositive();
        assertThat(content.getScene()).isNull();
        assertThat(events).containsExactly("made TESTBEDS", "made RESULTS");

        robot.interact(() -> navigation.show(ScreenId.RESULTS));

        assertThat(content.getScene()).isSameAs(scene);
        assertThat(events).containsExactly("made TESTBEDS", "made RESULTS");
    }

    @Test
    void aScreenThatTheUserHasOpenedStaysWhereItIs(FxRobot robot) throws Exception {
        robot.interact(() -> {
            navigation.show(ScreenId.RESULTS);
            new ScreenPreparation(window, scene, List.of(ScreenId.RESULTS, ScreenId.LOG)).start();
        });
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> events.contains("made LOG"));

        assertThat(window.screen(ScreenId.RESULTS).view().getScene()).isSameAs(scene);
    }

    private final class NamedScreen implements Screen {
        private final Button view;
        private final ScreenId id;

        NamedScreen(ScreenId id) {
            this.id = id;
            view = new Button(id.name());
            events.add("made " + id);
        }

        @Override
        public Node view() {
            return view;
        }

        @Override
        public void shown() {
            events.add("shown " + id);
        }
    }
}
