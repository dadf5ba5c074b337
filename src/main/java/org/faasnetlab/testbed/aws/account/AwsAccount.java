package org.faasnetlab.testbed.aws.account;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.function.Function;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadataAdvancedOption;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * An account in one Region, reached with a profile or the SDK's default chain. Endpoints set by {@code AWS_ENDPOINT_URL} or
 * the profile's {@code endpoint_url} are used.
 */
public final class AwsAccount {

    private final @Nullable String profile;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final @Nullable ProfileFile files;

    /**
     * @param profile name of a profile, or null for the SDK's default chain
     * @param region id of the Region, for example {@code eu-central-1}
     */
    public AwsAccount(@Nullable String profile, String region) {
        this(
                profile,
                Region.of(region),
                profile == null
                        ? DefaultCredentialsProvider.builder().build()
                        : ProfileCredentialsProvider.create(profile),
                null);
    }

    /**
     * @param files what to read instead of the user's AWS files, or null
     */
    public AwsAccount(
            @Nullable String profile, Region region, AwsCredentialsProvider credentials, @Nullable ProfileFile files) {
        this.profile = profile;
        this.region = region;
        this.credentials = credentials;
        this.files = files;
    }

    public Region region() {
        return region;
    }

    /**
     * Asks AWS who signs the requests. Needs no permission.
     *
     * @throws AwsAccessException if AWS cannot be asked, with the reason
     */
    public AwsIdentity identity() throws AwsAccessException {
        GetCallerIdentityResponse answer = ask(StsClient.builder(), StsClient::getCallerIdentity);
        return new AwsIdentity(answer.account(), answer.arn());
    }

    /**
     * Where a service answers, for code that signs its requests itself. Endpoints that are set count as they do for the
     * SDK's clients.
     *
     * @param service the SDK's name of the service, for example {@code lambda}
     */
    public ServiceEndpoint endpoint(String service) {
        String capital = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        URI uri = AwsClientEndpointProvider.builder()
                .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT))
                .serviceEndpointOverrideSystemProperty("aws.endpointUrl" + capital)
                .serviceProfileProperty(service)
                .profileFile(() -> files == null ? ProfileFile.defaultProfileFile() : files)
                .profileName(profile == null ? ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow() : profile)
                .serviceEndpointPrefix(service)
                .defaultProtocol("https")
                .region(region)
                .putAdvancedOption(ServiceMetadataAdvancedOption.DEFAULT_S3_US_EAST_1_REGIONAL_ENDPOINT, "regional")
                .build()
                .clientEndpoint();
        return new ServiceEndpoint(
                uri,
                region.id(),
                profile == null ? new CredentialsSource.DefaultChain() : new CredentialsSource.Profile(profile));
    }

    /** What failed requests of this account mean. */
    public AwsErrorTranslator failures() {
        return new AwsErrorTranslator(profile, region);
    }

    /** The same account, credentials and endpoints in another Region. */
    public AwsAccount in(Region other) {
        return new AwsAccount(profile, other, credentials, files);
    }

    /**
     * A client with this account's Region, credentials and profile, and what else the builder was given; whoever asks for
     * it closes it.
     */
    public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(builder.overrideConfiguration().copy(configuration -> {
                    configuration.addExecutionInterceptor(new CaptivePortalGuard());
                    if (profile != null) {
                        configuration.defaultProfileName(profile);
                    }
                    if (files != null) {
                        configuration.defaultProfileFile(files);
                    }
                }))
                .build();
    }

    /** A client that sends each request once, for code that repeats by itself; whoever asks for it closes it. */
    public <B extends AwsClientBuilder<B, C>, C> C clientWithoutRetries(B builder) {
        return client(builder.overrideConfiguration(
                configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry())));
    }

    /**
     * Asks one question with a client of its own.
     *
     * @throws AwsAccessException if AWS cannot be asked or does not answer, with the reason
     */
    public <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable, T> T ask(B builder, Function<C, T> question)
            throws AwsAccessException {
        try (C client = client(builder)) {
            return question.apply(client);
        } catch (UncheckedIOException noTokenFile) {
            // What the SDK throws for a profile with SSO whose user has never signed in.
            throw failures().signInMissing(noTokenFile);
        } catch (SdkException failure) {
            throw failures().explain(failure);
        }
    }
}
