package org.faasnetlab.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.ScreenId;
import org.jspecify.annotations.Nullable;

/**
 * The window's content: navigation bar on the left, current screen, status line at the bottom, dialogs on top. Screens
 * read no data before {@link #opened()}, so that the window does not wait for it.
 */
final class MainWindow {
    private final Map<ScreenId, NavigationItem> items;
    private final Map<ScreenId, Screen> screens = new EnumMap<>(ScreenId.class);
    private final StackPane centre = new StackPane();
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 1250;

    private final BorderPane frame;
    private final StackPane root;
    private @Nullable Screen front;
    private boolean open;

    MainWindow(List<NavigationItem> items, Navigation navigation, Node bar, Node statusLine, Node overlay) {
        this.items = items.stream().collect(Collectors.toMap(NavigationItem::id, Function.identity()));
        frame = new BorderPane(centre, null, null, statusLine, bar);
        frame.getStyleClass().add("main-window");
        frame.widthProperty()
                .addListener((property, before, now) ->
                        frame.pseudoClassStateChanged(NARROW, now.doubleValue() < NARROW_WIDTH));
        root = new StackPane(frame, overlay);
        navigation.current().subscribe(this::bringToFront);
    }

    Parent root() {
        return root;
    }

    /** Puts a menu bar above everything but dialogs. */
    void setMenu(Node menu) {
        frame.setTop(menu);
    }

    /** Called once, when the window shows its first screen. */
    void opened() {
        open = true;
        if (front != null) {
            front.shown();
        }
    }

    /** The screen, created if it has not been shown before. */
    Screen screen(ScreenId id) {
        return screens.computeIfAbsent(id, this::make);
    }

    private void bringToFront(ScreenId id) {
        if (front != null) {
            front.hidden();
        }
        Screen screen = screen(id);
        centre.getChildren().setAll(screen.view());
        front = screen;
        if (open) {
            screen.shown();
        }
    }

    private Screen make(ScreenId id) {
        NavigationItem item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("there is no screen " + id);
        }
        return item.screen().get();
    }
}
