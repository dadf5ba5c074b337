package org.faasnetlab.ui.shell;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;

/** The keyboard shortcuts of the window. */
final class Shortcuts {
    private static final List<KeyCode> DIGITS =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5);
    static final KeyCombination THEME =
            new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination PREFERENCES = new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination RUN = new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination ADD_TO_QUEUE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination TRY_IT = new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination RUN_AGAIN =
            new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination CHANGE_AND_RUN = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination CANCEL_RUN = new KeyCodeCombination(KeyCode.PERIOD, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination HELP = new KeyCodeCombination(KeyCode.F1);

    private Shortcuts() {}

    /** Shortcut and a digit: the position of the screen in the navigation bar. */
    static KeyCombination of(ScreenId screen) {
        return new KeyCodeCombination(DIGITS.get(screen.ordinal()), KeyCombination.SHORTCUT_DOWN);
    }

    static void install(Scene scene, Navigation navigation, Runnable toggleTheme, Runnable help) {
        for (ScreenId screen : ScreenId.values()) {
            scene.getAccelerators().put(of(screen), () -> navigation.show(screen));
        }
        scene.getAccelerators().put(THEME, toggleTheme);
        scene.getAccelerators().put(HELP, help);
    }
}
