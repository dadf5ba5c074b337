package org.faasnetlab.testbed.aws;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.AwsConfigFiles;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.faasnetlab.testbed.aws.account.AwsProfileReader;
import org.faasnetlab.testbed.aws.account.MfaCredentialsProvider;
import org.faasnetlab.testbed.aws.account.MfaPrompt;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** The accounts of the user's AWS files and environment, as the AWS SDK resolves them. */
public final class ProfileAccounts implements AwsAccounts {

    /** Form of a Region's ID; no list, because new Regions are added every year. */
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]+");

    private final AwsProfileReader profiles = new AwsProfileReader();
    private final Function<String, @Nullable String> environment;
    private final Path functionZip;
    private final Clock clock;
    private final SecureRandom random;
    private final UnaryOperator<Sleeper> sleepers;
    private final Map<String, MfaCredentialsProvider> mfaSessions = new ConcurrentHashMap<>();
    private volatile MfaPrompt mfaPrompt = MfaPrompt.NOBODY;

    /**
     * @param functionZip deployment package of the functions
     * @param random source of the passwords of servers with public addresses
     * @param sleepers replaces the sleeper between two requests; the identity in the program, shorter sleeps in tests
     */
    public ProfileAccounts(Path functionZip, Clock clock, SecureRandom random, UnaryOperator<Sleeper> sleepers) {
        this(functionZip, clock, random, sleepers, System::getenv);
    }

    /** @param environment values of environment variables, or null */
    ProfileAccounts(
            Path functionZip,
            Clock clock,
            SecureRandom random,
            UnaryOperator<Sleeper> sleepers,
            Function<String, @Nullable String> environment) {
        this.environment = environment;
        this.functionZip = functionZip;
        this.clock = clock;
        this.random = random;
        this.sleepers = sleepers;
    }

    @Override
    public List<AwsProfile> profiles() throws LabException {
        return profiles.list();
    }

    @Override
    public AwsTestbeds in(@Nullable String profile, @Nullable String region) throws LabException {
        String named = profile == null ? environmentProfile() : profile;
        if (named != null) {
            List<String> known = profiles().stream().map(AwsProfile::name).toList();
            if (!known.contains(named)) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        profile == null
                                ? Phrase.of("Unknown AWS profile \"{0}\" in AWS_PROFILE.", named)
                                : Phrase.of("Unknown AWS profile \"{0}\".", named),
                        known.isEmpty()
                                ? Phrase.of(
                                        "There are no profiles. Create one with 'aws configure' or 'aws configure sso'.")
                                : Phrase.of("Available profiles: {0}.", String.join(", ", known)));
            }
        }
        String where = region == null ? region(profile) : region;
        if (!REGION.matcher(where).matches()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("Unknown AWS Region \"{0}\".", where),
                    Phrase.of("Specify a Region such as eu-central-1."));
        }
        AwsAccount account = mfa(named == null ? "default" : named, where)
                .map(session -> new AwsAccount(profile, where, session))
                .orElseGet(() -> new AwsAccount(profile, where));
        String name = profile == null ? "default credentials" : profile;
        return new AccountTestbeds(name, account, functionZip, clock, random, sleepers);
    }

    @Override
    public void askForMfaCodes(MfaPrompt prompt) {
        mfaPrompt = prompt;
    }

    /** The session of a profile is shared, so that the user enters one code for all windows and requests. */
    private Optional<MfaCredentialsProvider> mfa(String profile, String region) {
        MfaCredentialsProvider known = mfaSessions.get(profile);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<MfaCredentialsProvider> made = MfaCredentialsProvider.of(
                AwsConfigFiles.read(),
                profile,
                Region.of(region),
                (name, device) -> mfaPrompt.ask(name, device),
                clock);
        made.ifPresent(session -> mfaSessions.putIfAbsent(profile, session));
        return made.map(session -> mfaSessions.getOrDefault(profile, session));
    }

    /** The profile that the environment names; null if it names none. */
    private @Nullable String environmentProfile() {
        String property = System.getProperty("aws.profile");
        String named = property == null ? environment.apply("AWS_PROFILE") : property;
        return named == null || named.isBlank() ? null : named;
    }

    /** As the AWS CLI resolves it, but without the metadata service of an EC2 instance. */
    private String region(@Nullable String profile) throws LabException {
        String named = profile == null ? Objects.requireNonNullElse(environmentProfile(), "default") : profile;
        try {
            return new AwsRegionProviderChain(
                            new SystemSettingsRegionProvider(),
                            this::defaultRegion,
                            new AwsProfileRegionProvider(AwsConfigFiles::read, named))
                    .getRegion()
                    .id();
        } catch (SdkClientException e) {
            profiles(); // throws if the reason is a file that cannot be read
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("No AWS Region specified."),
                    Phrase.of("Specify a Region such as eu-central-1, or set it in the profile or in AWS_REGION."),
                    e);
        }
    }

    /** The SDK does not read this variable. */
    private @Nullable Region defaultRegion() {
        String named = environment.apply("AWS_DEFAULT_REGION");
        return named == null || named.isBlank() ? null : Region.of(named.trim());
    }
}
