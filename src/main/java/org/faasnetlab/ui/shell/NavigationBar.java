package org.faasnetlab.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.ThemeManager;
import org.faasnetlab.ui.common.control.Buttons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar on the left: the main screens, the theme and the help. */
final class NavigationBar extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Texts texts;
    private final Navigation navigation;

    NavigationBar(
            Texts texts,
            List<NavigationItem> items,
            Navigation navigation,
            ThemeManager theme,
            Image icon,
            Runnable help) {
        this.texts = texts;
        this.navigation = navigation;
        getStyleClass().add("navigation-bar");
        getChildren().add(brand(icon));
        for (NavigationItem item : items) {
            getChildren().add(button(item));
        }
        Region between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        Button themeButton = Buttons.withIcon("toggle-theme", "", Feather.MOON, theme::toggle);
        theme.dark().subscribe(dark -> {
            themeButton.setText(texts.get(dark ? "theme.toLight" : "theme.toDark"));
            themeButton.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
        });
        Button helpButton = Buttons.withIcon("help", texts.get("help"), Feather.HELP_CIRCLE, help);
        helpButton.setTooltip(new Tooltip("F1"));
        for (Button button : List.of(themeButton, helpButton)) {
            button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "navigation-tool");
            button.setMaxWidth(Double.MAX_VALUE);
        }
        getChildren().addAll(between, themeButton, helpButton);
    }

    private Node brand(Image icon) {
        ImageView picture = new ImageView(icon);
        picture.setFitWidth(24);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        Label name = new Label(texts.get("program"));
        name.setWrapText(true);
        name.managedProperty().bind(name.visibleProperty());
        HBox brand = new HBox(picture, name);
        brand.getStyleClass().add("brand");
        return brand;
    }

    private Button button(NavigationItem item) {
        Button button = Buttons.withIcon(
                "go-" + item.id(), texts.get(item.titleKey()), item.icon(), () -> navigation.show(item.id()));
        button.getStyleClass().add("navigation-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(Shortcuts.of(item.id()).getDisplayText()));
        navigation.current().subscribe(now -> button.pseudoClassStateChanged(CURRENT, now == item.id()));
        return button;
    }
}
