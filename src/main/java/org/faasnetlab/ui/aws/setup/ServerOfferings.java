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

/**
 * Zones and prices of the chosen instance type, queried from AWS while the user makes choices. Used on the window's
 * thread.
 */
final class ServerOfferings {
    private static final Logger LOG = LoggerFactory.getLogger(ServerOfferings.class);

    private final Texts texts;
    private final BackgroundTasks tasks;
    private final InputField zone;
    private final ObservableList<String> zones = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper missingType = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<PriceTable> prices = new ReadOnlyObjectWrapper<>(PriceTable.bundled());
    private @Nullable Object zoneRequest;
    private @Nullable Object priceRequest;
    private String autoSelectedZone = "";

    /** @param zone set to a zone that offers the servers, unless the user has typed one */
    ServerOfferings(Texts texts, BackgroundTasks tasks, InputField zone) {
        this.texts = texts;
        this.tasks = tasks;
        this.zone = zone;
        autoSelectedZone = zone.text().get();
    }

    /** Zones to choose from: those that offer the servers, or all of the Region while that is unknown. */
    ObservableList<String> zones() {
        return zones;
    }

    /** A message about the zones; empty before AWS was queried. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** The last queried type if no zone of the Region offers it; otherwise empty. */
    ReadOnlyStringProperty missingType() {
        return missingType.getReadOnlyProperty();
    }

    /** Current prices of AWS, until then those of the bundled table. */
    ReadOnlyObjectProperty<PriceTable> prices() {
        return prices.getReadOnlyProperty();
    }

    /** Starts again with the zones of a Region. */
    void region(AccountStatus.Known known) {
        zoneRequest = null;
        priceRequest = null;
        message.set("");
        missingType.set("");
        prices.set(PriceTable.bundled());
        offerZones(known.zones(), known.testbeds().region());
    }

    /** Selects a zone of a Region without an account, which would know its zones: nearly every Region has a zone a. */
    void unknownZones(String region) {
        if (!zone.text().get().trim().startsWith(region)) {
            autoSelectedZone = region + "a";
            zone.reset(autoSelectedZone);
        }
    }

    /** Queries what is unknown about this type; a response that arrives too late is dropped. */
    void refresh(AwsTestbeds account, List<String> allZones, String serverType, Optional<AwsTestbedSettings> settings) {
        Object request = List.of(account, serverType);
        if (!request.equals(zoneRequest)) {
            zoneRequest = request;
            message.set(texts.get("zone.asking", serverType));
            tasks.of(
                            () -> account.zonesOffering(serverType),
                            found -> showZones(request, account, serverType, found),
                            why -> zonesUnknown(request, account, allZones, serverType, why))
                    .start();
        }
        settings.ifPresent(chosen -> refreshPrices(account, chosen));
    }

    private void refreshPrices(AwsTestbeds account, AwsTestbedSettings settings) {
        Object request = List.of(account, settings.serverType(), settings.architecture());
        if (!request.equals(priceRequest)) {
            priceRequest = request;
            prices.set(PriceTable.bundled());
            tasks.of(
                            () -> account.prices(settings),
                            found -> {
                                if (request.equals(priceRequest)) {
                                    prices.set(found);
                                }
                            },
                            why -> LOG.info("Cannot get prices: {}", why.getMessage()))
                    .start();
        }
    }

    private void showZones(Object request, AwsTestbeds account, String serverType, List<String> found) {
        if (request.equals(zoneRequest)) {
            missingType.set(found.isEmpty() ? serverType : "");
            message.set(
                    found.isEmpty()
                            ? texts.get("zone.none", serverType, account.region())
                            : texts.get("zone.offered", serverType, String.join(", ", found)));
            if (!found.isEmpty()) {
                offerZones(found, account.region());
            }
        }
    }

    private void zonesUnknown(
            Object request, AwsTestbeds account, List<String> allZones, String serverType, LabException why) {
        if (request.equals(zoneRequest)) {
            LOG.info("Cannot determine the zones that offer {}: {}", serverType, why.getMessage());
            message.set(texts.get("zone.unknown", serverType));
            offerZones(allZones, account.region());
        }
    }

    /**
     * A zone that the user has typed is kept if it belongs to the Region; the preflight checks report problems with it.
     */
    private void offerZones(List<String> offered, String region) {
        String typed = zone.text().get().trim();
        zones.setAll(offered);
        boolean own = !typed.equals(autoSelectedZone) && typed.startsWith(region);
        if (own || offered.contains(typed)) {
            return;
        }
        if (!offered.isEmpty()) {
            autoSelectedZone = offered.get(0);
            zone.reset(autoSelectedZone);
        } else if (!typed.startsWith(region)) {
            autoSelectedZone = region + "a";
            zone.reset(autoSelectedZone);
        }
    }
}
