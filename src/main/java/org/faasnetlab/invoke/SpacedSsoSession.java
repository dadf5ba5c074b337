package org.faasnetlab.invoke;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcTokenProvider;

/**
 * Signs in with a session of IAM Identity Center whose name contains a space. The SDK would look for its token under the
 * name that {@link AwsConfigFiles} gave it.
 */
final class SpacedSsoSession {
    private SpacedSsoSession() {}

    /** Empty if the profile has no such session, or the session or the account is not in the files. */
    static Optional<AwsCredentialsProvider> of(ProfileFile files, String profile) {
        return files.profile(profile)
                .filter(found -> found.property("role_arn").isEmpty())
                .flatMap(found -> found.property("sso_session")
                        .filter(AwsConfigFiles::isRenamed)
                        .flatMap(session -> files.getSection("sso-session", session)
                                .flatMap(section -> provider(found, section, AwsConfigFiles.originalName(session)))));
    }

    private static Optional<AwsCredentialsProvider> provider(Profile profile, Profile section, String session) {
        Optional<String> account = profile.property("sso_account_id");
        Optional<String> role = profile.property("sso_role_name");
        Optional<Region> region = section.property("sso_region").map(Region::of);
        if (account.isEmpty() || role.isEmpty() || region.isEmpty()) {
            return Optional.empty();
        }
        SsoOidcTokenProvider tokens = SsoOidcTokenProvider.builder()
                .sessionName(session)
                .ssoOidcClient(SsoOidcClient.builder()
                        .region(region.get())
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build())
                .build();
        // The class that its methods return without this type is not public.
        SsoCredentialsProvider.Builder provider = SsoCredentialsProvider.builder();
        provider.ssoClient(SsoClient.builder()
                .region(region.get())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build());
        provider.refreshRequest(() -> GetRoleCredentialsRequest.builder()
                .accountId(account.get())
                .roleName(role.get())
                .accessToken(tokens.resolveToken().token())
                .build());
        return Optional.of(provider.build());
    }
}
