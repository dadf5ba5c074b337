package org.faasnetlab.testbed.aws.account;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.AwsConfigFiles;
import org.faasnetlab.testbed.aws.account.AwsProfile.SignIn;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/** Reads the profiles of the user's AWS files, which the SDK locates as the AWS CLI does. */
public final class AwsProfileReader {

    private final Supplier<ProfileFile> files;

    public AwsProfileReader() {
        this(AwsConfigFiles::read);
    }

    AwsProfileReader(Supplier<ProfileFile> files) {
        this.files = files;
    }

    /**
     * All profiles by name, {@code default} first; empty if there are no files.
     *
     * @throws LabException if the SDK cannot parse a file
     */
    public List<AwsProfile> list() throws LabException {
        Map<String, Profile> profiles;
        try {
            profiles = files.get().profiles();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("Cannot read the AWS configuration file {0}: {1}.", damagedFile(), e.getMessage()),
                    Phrase.of(
                            "Correct ~/.aws/config or ~/.aws/credentials. Each line is a [section], a property = value, or a comment."),
                    e);
        }
        return profiles.values().stream()
                .map(AwsProfileReader::read)
                .sorted(Comparator.comparing(
                                (AwsProfile profile) -> !profile.name().equals("default"))
                        .thenComparing(AwsProfile::name))
                .toList();
    }

    /** The exception of the SDK names the line but not the file, so each file is read again. */
    private static Path damagedFile() {
        Path configuration = AwsConfigFiles.location(ProfileFile.Type.CONFIGURATION);
        try {
            if (Files.isRegularFile(configuration)) {
                AwsConfigFiles.read(configuration, ProfileFile.Type.CONFIGURATION);
            }
            return AwsConfigFiles.location(ProfileFile.Type.CREDENTIALS);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return configuration;
        }
    }

    private static AwsProfile read(Profile profile) {
        Map<String, String> properties = profile.properties();
        return new AwsProfile(profile.name(), properties.get("region"), signIn(properties));
    }

    private static SignIn signIn(Map<String, String> properties) {
        if (properties.containsKey("role_arn")) {
            return SignIn.ASSUME_ROLE;
        }
        if (properties.containsKey("sso_session") || properties.containsKey("sso_start_url")) {
            return SignIn.SSO;
        }
        if (properties.containsKey("login_session")) {
            return SignIn.LOGIN;
        }
        if (properties.containsKey("credential_process")) {
            return SignIn.PROCESS;
        }
        return properties.containsKey("aws_access_key_id") ? SignIn.KEYS : SignIn.NONE;
    }
}
