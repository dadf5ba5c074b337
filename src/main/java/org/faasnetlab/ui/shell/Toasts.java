package org.faasnetlab.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.action.Action;
import org.faasnetlab.LabException;
import org.faasnetlab.ui.common.control.Notice;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Short messages in the lower right corner of the window. */
final class Toasts {
    private static final Duration SHORT = Duration.seconds(5);
    static final Duration WITH_BUTTON = Duration.seconds(10);
    private static final double MAX_WIDTH = 420;

    void show(Scene scene, String text) {
        show(toast(scene, text).hideAfter(SHORT));
    }

    void show(Scene scene, String text, String action, Runnable onAction) {
        show(toast(scene, text).hideAfter(WITH_BUTTON).action(new Action(action, event -> onAction.run())));
    }

    void show(Scene scene, LabException failure) {
        Notice notice = Notice.problem();
        notice.show(failure);
        notice.setMaxWidth(MAX_WIDTH);
        notice.setPrefWidth(MAX_WIDTH);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        show(base(scene, notice).text("").hideAfter(Duration.INDEFINITE));
    }

    /** In a corner of the screen, with the window brought to the front by a click. */
    void showOutside(Scene scene, String title, String text, Runnable onClick) {
        Notifications notification = Notifications.create()
                .title(title)
                .text(text)
                .graphic(new FontIcon(Feather.CHECK_CIRCLE))
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(Duration.INDEFINITE)
                .onAction(event -> {
                    if (scene.getWindow() instanceof Stage stage) {
                        stage.setIconified(false);
                        stage.toFront();
                        stage.requestFocus();
                    }
                    onClick.run();
                });
        notification.styleClass("toast");
        notification.show();
    }

    /** Leaves the keys to the window: a popup gets them first, and its button would take them all. */
    private static void show(Notifications toast) {
        toast.show();
        for (Window popup : Window.getWindows()) {
            if (popup instanceof PopupWindow && popup.getScene().lookup(".toast") != null) {
                Parent root = popup.getScene().getRoot();
                root.lookupAll(".button").forEach(button -> button.setFocusTraversable(false));
                root.requestFocus();
            }
        }
    }

    private static Notifications toast(Scene scene, String text) {
        // The notification's own text does not wrap, and the names of several files are wider than a screen.
        Label label = new Label(text, new FontIcon(Feather.CHECK_CIRCLE));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (new Text(text).getLayoutBounds().getWidth() > MAX_WIDTH) {
            label.setPrefWidth(MAX_WIDTH);
        }
        return base(scene, label).text("");
    }

    /** In the middle, where it covers no button: those of screens and dialogs are on the right. */
    private static Notifications base(Scene scene, Node graphic) {
        Notifications toast =
                Notifications.create().owner(scene.getWindow()).graphic(graphic).position(Pos.BOTTOM_CENTER);
        toast.styleClass("toast");
        return toast;
    }
}
