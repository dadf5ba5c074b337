package org.faasnetlab.ui.preferences;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.ui.common.Language;

/** What the user prefers on all screens; every change is written to a file. For the window's thread. */
public final class UserPreferences {

    /**
     * As they are stored.
     *
     * @param unit of bandwidth
     * @param language of the window
     * @param notifications whether the end of a long run is shown outside the window
     * @param listShare width of the list of runs, as a share of the screen of results
     */
    public record Stored(BandwidthUnit unit, Language language, boolean notifications, double listShare) {
        static final Stored DEFAULTS = new Stored(BandwidthUnit.AUTOMATIC, Language.SYSTEM, true, 0.24);

        public Stored {
            listShare = listShare >= 0 && listShare <= 1 ? listShare : 0.24;
        }
    }

    private final JsonFile<Stored> file;
    private final ObjectProperty<BandwidthUnit> unit = new SimpleObjectProperty<>();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>();
    private final BooleanProperty notifications = new SimpleBooleanProperty();
    private final DoubleProperty listShare = new SimpleDoubleProperty();

    public UserPreferences(Path file) {
        this.file = new JsonFile<>(file, Stored.class, Stored.DEFAULTS);
        Stored stored = this.file.read();
        unit.set(stored.unit());
        language.set(stored.language());
        notifications.set(stored.notifications());
        listShare.set(stored.listShare());
        unit.addListener((property, before, now) -> write());
        language.addListener((property, before, now) -> write());
        notifications.addListener((property, before, now) -> write());
        listShare.addListener((property, before, now) -> write());
    }

    /** The unit of bandwidth in charts and tables. */
    public ObjectProperty<BandwidthUnit> unit() {
        return unit;
    }

    /** The language of the window. Screens are created in it, so that a change applies to the next window. */
    public ObjectProperty<Language> language() {
        return language;
    }

    /** Whether the end of a long run is shown outside the window. */
    public BooleanProperty notifications() {
        return notifications;
    }

    /** The width of the list of runs in Results, as a share of the screen, 0 to 1. */
    public DoubleProperty listShare() {
        return listShare;
    }

    private void write() {
        file.write(new Stored(unit.get(), language.get(), notifications.get(), listShare.get()));
    }
}
