package org.faasnetlab.ui.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.jspecify.annotations.Nullable;

/** The AWS account that the window works with: profile, Region, and identity. Used on the window's thread. */
public final class AccountViewModel {

    /** Default if neither profile nor environment has a Region. */
    private static final String USUAL_REGION = "us-east-1";

    private final Texts texts = Texts.of(AccountViewModel.class);
    private final Lab lab;
    private final BackgroundTasks tasks;
    private final ObservableList<ProfileChoice> profiles = FXCollections.observableArrayList();
    private final ObjectProperty<ProfileChoice> profile = new SimpleObjectProperty<>(ProfileChoice.DEFAULT_CHAIN);
    private final InputField region;
    private final ReadOnlyObjectWrapper<AccountStatus> status =
            new ReadOnlyObjectWrapper<>(new AccountStatus.Unknown());
    private final ReadOnlyObjectWrapper<@Nullable LabException> filesProblem = new ReadOnlyObjectWrapper<>();
    private boolean loaded;

    public AccountViewModel(Lab lab, BackgroundTasks tasks) {
        this.lab = lab;
        this.tasks = tasks;
        region = new InputField(
                texts.get("account.region"),
                USUAL_REGION,
                text -> text.trim().matches("[a-z]{2}(-[a-z0-9]+)+") ? null : texts.get("problem.region"));
        profiles.add(ProfileChoice.DEFAULT_CHAIN);
        profile.subscribe((before, now) -> applyRegion(now));
        region.text().subscribe((before, now) -> status.set(new AccountStatus.Unknown()));
    }

    public ObservableList<ProfileChoice> profiles() {
        return profiles;
    }

    public ObjectProperty<ProfileChoice> profile() {
        return profile;
    }

    public InputField region() {
        return region;
    }

    /** The id of the Region that was entered. */
    public String regionId() {
        return region.text().get().trim();
    }

    public ReadOnlyObjectProperty<AccountStatus> status() {
        return status.getReadOnlyProperty();
    }

    /** Why the profiles could not be read, or null. */
    public ReadOnlyObjectProperty<@Nullable LabException> filesProblem() {
        return filesProblem.getReadOnlyProperty();
    }

    /** Display name of a profile. */
    public String displayName(ProfileChoice choice) {
        AwsProfile named = choice.profile();
        return named == null
                ? texts.get("account.defaultChain")
                : texts.get("account.profileName", named.name(), texts.get("signIn." + named.signIn()));
    }

    public Optional<AccountStatus.Known> known() {
        return status.get().account();
    }

    /** Reads the profiles once. Makes no request to AWS. */
    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        tasks.of(() -> lab.aws().profiles(), this::showProfiles, filesProblem::set)
                .start();
    }

    /** Queries AWS for the user's identity. A response for a profile or Region that is no longer chosen is dropped. */
    public void check() {
        region.touch();
        if (!region.valid().get() || status.get().isChecking()) {
            return;
        }
        AccountStatus checking = new AccountStatus.Checking();
        status.set(checking);
        String profileName = profile.get().name();
        String regionId = regionId();
        tasks.of(
                        () -> identify(profileName, regionId),
                        known -> answer(checking, known),
                        why -> answer(checking, new AccountStatus.Failed(why)))
                .onEnd(() -> answer(checking, new AccountStatus.Unknown()))
                .start();
    }

    private AccountStatus identify(@Nullable String profileName, String regionId) throws LabException {
        AwsTestbeds testbeds = lab.aws().in(profileName, regionId);
        return new AccountStatus.Known(testbeds, testbeds.identity(), zones(testbeds));
    }

    private static List<String> zones(AwsTestbeds testbeds) throws LabException {
        try {
            return testbeds.zones();
        } catch (AwsAccessException e) {
            if (e.reason() == AwsAccessException.Reason.DENIED) {
                return List.of(); // the user can still enter one; the preflight checks name the missing permission
            }
            throw e;
        }
    }

    private void answer(AccountStatus checking, AccountStatus now) {
        if (status.get() == checking) {
            status.set(now);
        }
    }

    private void showProfiles(List<AwsProfile> found) {
        List<ProfileChoice> choices = new ArrayList<>(List.of(ProfileChoice.DEFAULT_CHAIN));
        found.forEach(named -> choices.add(new ProfileChoice(named)));
        profiles.setAll(choices);
        profile.set(choices.get(found.isEmpty() ? 0 : 1));
        applyRegion(profile.get());
    }

    /** Each profile has its own Region. */
    private void applyRegion(ProfileChoice choice) {
        status.set(new AccountStatus.Unknown());
        tasks.of(() -> lab.aws().in(choice.name(), null).region(), found -> applyRegion(choice, found), none -> {})
                .start();
    }

    private void applyRegion(ProfileChoice choice, String found) {
        boolean checked = status.get().map(unknown -> false, checking -> true, known -> true, failed -> true);
        if (choice.equals(profile.get()) && !checked) {
            region.reset(found);
        }
    }
}
