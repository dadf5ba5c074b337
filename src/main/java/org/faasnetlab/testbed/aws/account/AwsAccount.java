package org.faasnetlab.testbed.aws.account;

import java.net.URI;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.faasnetlab.invoke.AwsConfigFiles;
import org.faasnetlab.invoke.CredentialsProviders;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.invoke.observe.AwsCallObserver;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadataAdvancedOption;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * An account in one Region, accessed with a profile or the SDK's default credential chain. Endpoints configured by
 * {@code AWS_ENDPOINT_URL} or the profile's {@code endpoint_url} are used.
 */
public final class AwsAccount {

    private final @Nullable String profile;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final Supplier<ProfileFile> files;
    private final AwsCall.@Nullable Listener observer;

    /**
     * @param profile name of a profile, or null for the SDK's default chain
     * @param region ID of the Region, for example {@code eu-central-1}
     */
    public AwsAccount(@Nullable String profile, String region) {
        this(profile, Region.of(region), CredentialsProviders.of(source(profile)), AwsConfigFiles::read, null);
    }

    /** @param provider shared by all clients of the profile, because it asks the user for a code */
    public AwsAccount(@Nullable String profile, String region, MfaCredentialsProvider provider) {
        this(profile, region, CredentialsProviders.explaining(() -> provider));
    }

    private AwsAccount(@Nullable String profile, String region, AwsCredentialsProvider shared) {
        this(profile, Region.of(region), shared, AwsConfigFiles::read, null);
    }

    private static CredentialsSource source(@Nullable String profile) {
        return profile == null ? new CredentialsSource.DefaultChain() : new CredentialsSource.Profile(profile);
    }

    /** @param files replaces the user's AWS files */
    public AwsAccount(@Nullable String profile, Region region, AwsCredentialsProvider credentials, ProfileFile files) {
        this(profile, region, CredentialsProviders.explaining(() -> credentials), () -> files, null);
    }

    private AwsAccount(
            @Nullable String profile,
            Region region,
            AwsCredentialsProvider credentials,
            Supplier<ProfileFile> files,
            AwsCall.@Nullable Listener observer) {
        this.profile = profile;
        this.region = region;
        this.credentials = credentials;
        this.files = files;
        this.observer = observer;
    }

    public Region region() {
        return region;
    }

    /**
     * Queries AWS for the identity of the credentials. Needs no permission.
     *
     * @throws AwsAccessException if the request fails
     */
    public AwsIdentity identity() throws AwsAccessException {
        GetCallerIdentityResponse answer = query(StsClient.builder(), StsClient::getCallerIdentity);
        return new AwsIdentity(answer.account(), answer.arn());
    }

    /**
     * Endpoint of a service, for code that signs its requests itself. Configured endpoints are used as by the SDK's
     * clients, and so are this account's credentials: a role is assumed once for all of them.
     *
     * @param service the SDK's name of the service, for example {@code lambda}
     */
    public ServiceEndpoint endpoint(String service) {
        String capital = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        URI uri = AwsClientEndpointProvider.builder()
                .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT))
                .serviceEndpointOverrideSystemProperty("aws.endpointUrl" + capital)
                .serviceProfileProperty(service)
                .profileFile(files)
                .profileName(profile == null ? ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow() : profile)
                .serviceEndpointPrefix(service)
                .defaultProtocol("https")
                .region(region)
                .putAdvancedOption(ServiceMetadataAdvancedOption.DEFAULT_S3_US_EAST_1_REGIONAL_ENDPOINT, "regional")
                .build()
                .clientEndpoint();
        return new ServiceEndpoint(uri, region.id(), new CredentialsSource.Shared(credentials), observer);
    }

    /** Explains failed requests of this account. */
    public AwsErrorTranslator failures() {
        return new AwsErrorTranslator(profile, region, files);
    }

    /** The same account, credentials and endpoints in another Region. */
    public AwsAccount in(Region other) {
        return new AwsAccount(profile, other, credentials, files, observer);
    }

    /** The same account, whose clients report their calls. */
    public AwsAccount observedBy(AwsCall.Listener listener) {
        return new AwsAccount(profile, region, credentials, files, listener);
    }

    /**
     * A client with this account's Region, credentials and profile, and what else is set in the builder. The caller
     * closes it.
     */
    public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        AwsConfigFiles.prepareForSdk();
        return builder.region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(builder.overrideConfiguration().copy(configuration -> {
                    configuration.addExecutionInterceptor(new CaptivePortalGuard());
                    if (observer != null) {
                        configuration.addExecutionInterceptor(new AwsCallObserver(observer));
                    }
                    if (profile != null) {
                        configuration.defaultProfileName(profile);
                    }
                    configuration.defaultProfileFileSupplier(files);
                }))
                .build();
    }

    /** A client that does not retry, for callers with a retry policy of their own. The caller closes it. */
    public <B extends AwsClientBuilder<B, C>, C> C clientWithoutRetries(B builder) {
        return client(builder.overrideConfiguration(
                configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry())));
    }

    /**
     * Makes requests with a client of its own, which is closed afterwards.
     *
     * @throws AwsAccessException if a request fails
     */
    public <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable, T> T query(B builder, Function<C, T> request)
            throws AwsAccessException {
        return failures().call(() -> {
            try (C client = client(builder)) {
                return request.apply(client);
            }
        });
    }
}
