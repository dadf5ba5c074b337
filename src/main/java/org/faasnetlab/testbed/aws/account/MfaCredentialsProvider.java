package org.faasnetlab.testbed.aws.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.faasnetlab.invoke.AwsConfigFiles;
import org.faasnetlab.invoke.CredentialsProviders;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Assumes a profile's role with the code of an MFA device, for which the SDK does not ask. The session is kept in memory
 * only, and the next code is asked for when it is about to expire.
 */
public final class MfaCredentialsProvider implements AwsCredentialsProvider {

    /** The user cancelled, or could not be asked. */
    static final class NoCodeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoCodeException() {
            super("no MFA code");
        }
    }

    private static final Duration MARGIN = Duration.ofMinutes(2);

    /** Requests that were already waiting when the user cancelled do not ask again. */
    private static final Duration AFTER_CANCELLING = Duration.ofSeconds(5);

    private final Profile profile;
    private final ProfileFile files;
    private final Region region;
    private final String source;
    private final String device;
    private final MfaPrompt prompt;
    private final Clock clock;
    private @Nullable AwsCredentials session;
    private Instant usableUntil = Instant.MIN;
    private Instant cancelledUntil = Instant.MIN;

    private MfaCredentialsProvider(
            Profile profile,
            ProfileFile files,
            Region region,
            String source,
            String device,
            MfaPrompt prompt,
            Clock clock) {
        this.profile = profile;
        this.files = files;
        this.region = region;
        this.source = source;
        this.device = device;
        this.prompt = prompt;
        this.clock = clock;
    }

    /**
     * Empty if the profile has no role that requires a code.
     *
     * @param region where the role is assumed, if the profile names no Region
     */
    public static Optional<MfaCredentialsProvider> of(
            ProfileFile files, String profile, Region region, MfaPrompt prompt, Clock clock) {
        return files.profile(profile)
                .filter(found -> found.property("role_arn").isPresent())
                .flatMap(found -> found.property("mfa_serial")
                        .flatMap(device -> found.property("source_profile")
                                .map(source -> new MfaCredentialsProvider(
                                        found, files, region, source, device, prompt, clock))));
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        Instant now = clock.instant();
        if (session == null || !now.isBefore(usableUntil)) {
            if (now.isBefore(cancelledUntil)) {
                throw withoutCode();
            }
            Optional<String> code = prompt.ask(profile.name(), device);
            if (code.isEmpty()) {
                cancelledUntil = clock.instant().plus(AFTER_CANCELLING);
                throw withoutCode();
            }
            Credentials assumed = assume(code.get().strip());
            usableUntil = assumed.expiration().minus(MARGIN);
            session = AwsSessionCredentials.create(
                    assumed.accessKeyId(), assumed.secretAccessKey(), assumed.sessionToken());
        }
        return session;
    }

    private static SdkClientException withoutCode() {
        return SdkClientException.create("An MFA code is required.", new NoCodeException());
    }

    private Credentials assume(String code) {
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(profile.property("role_arn").orElseThrow())
                .roleSessionName(profile.property("role_session_name").orElseGet(() -> "faasnetlab-" + clock.millis()))
                .serialNumber(device)
                .tokenCode(code);
        profile.property("external_id").ifPresent(request::externalId);
        profile.property("duration_seconds").map(Integer::valueOf).ifPresent(request::durationSeconds);
        AwsConfigFiles.prepareForSdk();
        try (StsClient sts = StsClient.builder()
                .region(profile.property("region").map(Region::of).orElse(region))
                .credentialsProvider(CredentialsProviders.ofProfile(files, source))
                .overrideConfiguration(
                        configuration -> configuration.defaultProfileFile(files).defaultProfileName(profile.name()))
                .build()) {
            return sts.assumeRole(request.build()).credentials();
        }
    }
}
