package org.faasnetlab.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.faasnetlab.ui.about.AboutPane;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.EditMenu;
import org.faasnetlab.ui.common.control.UndoHistory;

/** The menu bar: everything that is not on a screen, and the shortcuts. */
final class WindowMenu {
    private final Texts texts;
    private final WindowServices services;
    private final ShellScreens screens;
    private final UndoHistory undoHistory;
    private final Path libraries;

    /** @param libraries list of the libraries that come with the program */
    WindowMenu(Texts texts, WindowServices services, ShellScreens screens, UndoHistory undoHistory, Path libraries) {
        this.texts = texts;
        this.services = services;
        this.screens = screens;
        this.undoHistory = undoHistory;
        this.libraries = libraries;
    }

    /**
     * The menus of the window.
     *
     * @param items of the navigation bar
     * @param preferences shows the preferences
     * @param guide opens the user guide
     * @param help shows keys and glossary
     */
    MenuBar create(Stage stage, List<NavigationItem> items, Runnable preferences, Runnable guide, Runnable help) {
        MenuBar bar = new MenuBar(
                file(stage, preferences),
                new EditMenu(() -> stage.getScene().getFocusOwner(), undoHistory),
                view(stage, items),
                new RunMenu(texts, services, screens),
                testbed(),
                help(guide, help));
        bar.setId("menu-bar");
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private Menu file(Stage stage, Runnable preferences) {
        MenuItem open = item("open", this::chooseFiles);
        open.setAccelerator(Shortcuts.OPEN);
        MenuItem settings = item("preferences", preferences);
        settings.setAccelerator(Shortcuts.PREFERENCES);
        MenuItem quit = item("quit", () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        quit.setAccelerator(new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN));
        return menu("file", open, new SeparatorMenuItem(), settings, new SeparatorMenuItem(), quit);
    }

    /** As dropping files on the window. */
    private void chooseFiles() {
        List<Path> files = services.desktop()
                .chooseFilesToOpen(
                        texts.get("open.title"), new Desktop.FileKind(texts.get("open.kind"), ShellScreens.OPENED));
        if (!files.isEmpty()) {
            screens.openFiles(files);
        }
    }

    private Menu view(Stage stage, List<NavigationItem> items) {
        Menu view = menu("view");
        for (NavigationItem screen : items) {
            MenuItem item = new MenuItem(texts.get(screen.titleKey()));
            item.setId("menu-go-" + screen.id());
            item.setAccelerator(Shortcuts.of(screen.id()));
            item.setOnAction(event -> services.navigation().show(screen.id()));
            view.getItems().add(item);
        }
        CheckMenuItem dark = new CheckMenuItem(texts.get("menu.dark"));
        dark.setId("menu-dark");
        dark.setAccelerator(Shortcuts.THEME);
        services.theme().dark().subscribe(dark::setSelected);
        dark.setOnAction(event -> services.theme().toggle());
        MenuItem fullScreen = item("fullScreen", () -> stage.setFullScreen(!stage.isFullScreen()));
        fullScreen.setAccelerator(
                new KeyCodeCombination(KeyCode.F11, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        view.getItems().addAll(new SeparatorMenuItem(), dark, fullScreen);
        return view;
    }

    private Menu testbed() {
        MenuItem use = item("useComputer", () -> screens.testbedsScreen().useThisComputer());
        use.disableProperty().bind(services.run().active());
        return menu(
                "testbed",
                use,
                item("localSettings", () -> screens.testbedsScreen().showSetup()),
                new SeparatorMenuItem(),
                item("awsCreate", () -> screens.testbedsScreen().showAwsSetup()),
                item("awsList", () -> screens.testbedsScreen().showAwsTestbeds()));
    }

    private Menu help(Runnable guide, Runnable help) {
        MenuItem keys = item("keys", help);
        keys.setAccelerator(Shortcuts.HELP);
        return menu(
                "help",
                item("guide", guide),
                keys,
                item("about", () -> services.dialogs().show(texts.get("about.title"), about())));
    }

    private AboutPane about() {
        return new AboutPane(
                WindowMenu.class.getPackage().getImplementationVersion(),
                libraries,
                services.tasks(),
                services.desktop());
    }

    private Menu menu(String key, MenuItem... items) {
        Menu menu = new Menu(texts.get("menu." + key));
        menu.setId("menu-" + key);
        menu.getItems().addAll(items);
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get("menu." + key));
        item.setId("menu-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }
}
