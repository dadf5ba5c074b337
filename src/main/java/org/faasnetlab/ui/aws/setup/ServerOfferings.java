package org.faasnetlab.ui.aws.setup;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.ui.aws.AccountStatus;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What AWS says of the servers while the user still chooses: in which zones they are to be had, and their price. */
final class ServerOfferings {
    private static final Logger LOG = LoggerFactory.getLogger(ServerOfferings.class);

    private final Texts texts;
    private final BackgroundTasks tasks;
    private final InputField zone;
    private final ObservableList<String> zones = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper missingType = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<PriceTable> prices = new ReadOnlyObjectWrapper<>(PriceTable.bundled());
    private @Nullable Object askedOfZones;
    private @Nullable Object askedOfPrices;
    private String chosenHere = "";

    /** @param zone is moved to a zone with the servers, unless the user has typed it */
    ServerOfferings(Texts texts, BackgroundTasks tasks, InputField zone) {
        this.texts = texts;
        this.tasks = tasks;
        this.zone = zone;
        chosenHere = zone.text().get();
    }

    /** Zones to choose from: those that offer the servers, or all of the Region while that is not known. */
    ObservableList<String> zones() {
        return zones;
    }

    /** What is known of the zones, a sentence; empty while AWS was not asked. */
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /** The type that no zone of the Region offers, so far as it was asked for last; empty if AWS named none such. */
    ReadOnlyStringProperty missingType() {
        return missingType.getReadOnlyProperty();
    }

    /** Those of AWS when it has told them, until then those of the program's own table. */
    ReadOnlyObjectProperty<PriceTable> prices() {
        return prices.getReadOnlyProperty();
    }

    /** Begins with the zones of a Region. */
    void region(AccountStatus.Known known) {
        askedOfZones = null;
        askedOfPrices = null;
        words.set("");
        missingType.set("");
        prices.set(PriceTable.bundled());
        offer(known.zones(), known.testbeds().region());
    }

    /** Asks for what is not known yet of this type; an answer that comes too late is dropped. */
    void look(AwsTestbeds account, List<String> allZones, String serverType, Optional<AwsTestbedSettings> settings) {
        Object asking = List.of(account, serverType);
        if (!asking.equals(askedOfZones)) {
            askedOfZones = asking;
            words.set(texts.get("zone.asking", serverType));
            tasks.of(
                            () -> account.zonesWith(serverType),
                            found -> take(asking, account, serverType, found),
                            why -> unknown(asking, account, allZones, serverType, why))
                    .start();
        }
        settings.ifPresent(chosen -> lookForPrices(account, chosen));
    }

    private void lookForPrices(AwsTestbeds account, AwsTestbedSettings settings) {
        Object asking = List.of(account, settings.serverType(), settings.architecture());
        if (!asking.equals(askedOfPrices)) {
            askedOfPrices = asking;
            prices.set(PriceTable.bundled());
            tasks.of(
                            () -> account.prices(settings),
                            found -> {
                                if (asking.equals(askedOfPrices)) {
                                    prices.set(found);
                                }
                            },
                            why -> LOG.info("Cannot get prices: {}", why.getMessage()))
                    .start();
        }
    }

    private void take(Object asked, AwsTestbeds account, String serverType, List<String> found) {
        if (asked.equals(askedOfZones)) {
            missingType.set(found.isEmpty() ? serverType : "");
            words.set(
                    found.isEmpty()
                            ? texts.get("zone.none", serverType, account.region())
                            : texts.get("zone.offered", serverType, String.join(", ", found)));
            if (!found.isEmpty()) {
                offer(found, account.region());
            }
        }
    }

    private void unknown(
            Object asked, AwsTestbeds account, List<String> allZones, String serverType, LabException why) {
        if (asked.equals(askedOfZones)) {
            LOG.info("Cannot determine the zones that offer {}: {}", serverType, why.getMessage());
            words.set(texts.get("zone.unknown", serverType));
            offer(allZones, account.region());
        }
    }

    /** A zone that the user has typed stays as long as it is in the Region; the checks say what is wrong with it. */
    private void offer(List<String> offered, String region) {
        String typed = zone.text().get().trim();
        zones.setAll(offered);
        boolean own = !typed.equals(chosenHere) && typed.startsWith(region);
        if (own || offered.contains(typed)) {
            return;
        }
        if (!offered.isEmpty()) {
            chosenHere = offered.get(0);
            zone.reset(chosenHere);
        } else if (!typed.startsWith(region)) {
            chosenHere = region + "a";
            zone.reset(chosenHere);
        }
    }
}
