package org.faasnetlab.ui.aws;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.FieldBox;
import org.faasnetlab.ui.common.control.NameConverter;

/** Input fields for profile and Region, side by side. */
public final class AccountFields extends HBox {
    /** What a profile gets of the width before the rest is halved. */
    private static final double NAMES = 70;

    private static final String[] REGIONS = {
        "us-east-1",
        "us-east-2",
        "us-west-2",
        "ca-central-1",
        "eu-central-1",
        "eu-west-1",
        "eu-north-1",
        "ap-northeast-1",
        "ap-northeast-2",
        "ap-southeast-1",
        "ap-southeast-2",
        "ap-south-1",
        "sa-east-1"
    };

    /** @param prefix of the controls' IDs, because several pages have these fields */
    public AccountFields(String prefix, AccountViewModel model) {
        Texts texts = Texts.of(AccountFields.class);
        getStyleClass().add("field-columns");
        Region profile = profile(prefix, model, texts);
        Region region =
                FieldBox.suggestions(prefix + "-region", model.region(), texts.get("account.region.hint"), REGIONS);
        for (Region field : new Region[] {profile, region}) {
            field.setPrefWidth(1); // both get half of the width, whatever their labels
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        profile.setPrefWidth(NAMES); // names of profiles are longer than those of Regions
        getChildren().addAll(profile, region);
    }

    private static Region profile(String prefix, AccountViewModel model, Texts texts) {
        ComboBox<ProfileChoice> control = new ComboBox<>(model.profiles());
        control.setId(prefix + "-profile");
        control.setConverter(new NameConverter<>(choice -> choice == null ? "" : model.displayName(choice)));
        control.setMaxWidth(Double.MAX_VALUE);
        control.setPrefWidth(150);
        control.setMinWidth(0);
        control.setValue(model.profile().get());
        model.profile().subscribe(control::setValue);
        control.valueProperty().addListener((property, before, now) -> {
            if (now != null) { // the control clears its value while its items are replaced
                model.profile().set(now);
            }
        });
        Label label = new Label(texts.get("account.profile"));
        label.setLabelFor(control);
        Label hint = new Label(texts.get("account.profile.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        VBox box = new VBox(label, control, hint);
        box.getStyleClass().add("field-box");
        return box;
    }
}
