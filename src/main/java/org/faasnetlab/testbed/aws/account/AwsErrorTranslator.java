package org.faasnetlab.testbed.aws.account;

import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.AwsConfigFiles;
import org.faasnetlab.invoke.CredentialsProviders;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.s3.S3AccessException;
import org.faasnetlab.testbed.aws.account.AwsAccessException.Reason;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/**
 * Translates exceptions of the AWS SDK into errors for the user. Error codes are those of the services' "Common
 * errors"; where the SDK has no type of its own for a failure, its message decides.
 */
public final class AwsErrorTranslator {

    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
    private static final Set<String> CLOCK = Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");
    private static final Set<String> REFUSED = Set.of(
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "InvalidAccessKeyId",
            "AuthFailure",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "IncompleteSignature",
            "MissingAuthenticationToken",
            "InvalidGrantException",
            "UnauthorizedException");
    private static final Set<String> DENIED =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "ForbiddenException");
    private static final Pattern ACTION = Pattern.compile("perform: ([a-z0-9-]+:[A-Za-z0-9]+)");

    private final @Nullable String profile;
    private final Region region;
    private final Supplier<ProfileFile> files;

    /** @param profile the profile that signs, or null for the SDK's default chain */
    public AwsErrorTranslator(@Nullable String profile, Region region) {
        this(profile, region, AwsConfigFiles::read);
    }

    /** @param files reads the user's AWS files */
    AwsErrorTranslator(@Nullable String profile, Region region, Supplier<ProfileFile> files) {
        this.profile = profile;
        this.region = region;
        this.files = files;
    }

    /**
     * Makes a request and translates what the SDK throws.
     *
     * @throws AwsAccessException if the request fails
     */
    public <T> T call(Supplier<T> request) throws AwsAccessException {
        try {
            return request.get();
        } catch (SdkException e) {
            throw explain(e);
        }
    }

    public AwsAccessException explain(SdkException failure) {
        return explain(failure, null);
    }

    /**
     * Explains a failed request: what AWS refused or why it could not be reached, and what to do.
     *
     * @param called the IAM action of the request, used if a refusal names none; null if unknown
     */
    public AwsAccessException explain(SdkException failure, @Nullable String called) {
        if (failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
            return ofAnswer(answer, called);
        }
        return ofClient(failure);
    }

    /**
     * Explains why an invocation was refused.
     *
     * @return empty if it was not refused
     */
    public Optional<AwsAccessException> explain(InvocationEnd end) {
        return end.accept(new ExplanationOfEnd());
    }

    private final class ExplanationOfEnd implements InvocationEnd.Handler<Optional<AwsAccessException>> {
        @Override
        public Optional<AwsAccessException> on(InvocationEnd.Complete end) {
            return Optional.empty();
        }

        @Override
        public Optional<AwsAccessException> on(InvocationEnd.Throttled end) {
            return Optional.empty();
        }

        @Override
        public Optional<AwsAccessException> on(InvocationEnd.Rejected end) {
            return Optional.of(ofRefusal(end));
        }

        @Override
        public Optional<AwsAccessException> on(InvocationEnd.Unsigned end) {
            return end.cause() instanceof SdkException noKeys ? Optional.of(explain(noKeys)) : Optional.empty();
        }

        @Override
        public Optional<AwsAccessException> on(InvocationEnd.FunctionError end) {
            return Optional.empty();
        }

        @Override
        public Optional<AwsAccessException> on(InvocationEnd.Broken end) {
            return Optional.empty();
        }

        @Override
        public Optional<AwsAccessException> on(InvocationEnd.Cancelled end) {
            return Optional.empty();
        }
    }

    /**
     * Explains a failed request to S3 by the account or the connection if the cause lies there; otherwise returns the
     * failure itself.
     */
    public LabException explain(S3AccessException failure) {
        if (failure.getCause() instanceof SdkException refused) {
            AwsAccessException explained = explain(refused);
            return explained.hasRemedy() ? explained : failure;
        }
        return failure;
    }

    private AwsAccessException ofRefusal(InvocationEnd.Rejected refused) {
        AwsErrorDetails details = AwsErrorDetails.builder()
                .errorCode(refused.code())
                .errorMessage(refused.message())
                .build();
        return ofAnswer(
                LambdaException.builder()
                        .statusCode(refused.httpStatus())
                        .message(refused.message())
                        .awsErrorDetails(details)
                        .build(),
                "lambda:InvokeFunction");
    }

    private AwsAccessException ofAnswer(AwsServiceException answer, @Nullable String called) {
        if (answer.awsErrorDetails().errorCode() == null) {
            return failure(
                    Reason.UNREACHABLE,
                    Phrase.of("Received a response with HTTP status {0} that is not from AWS.", answer.statusCode()),
                    Phrase.of("Check the proxy, or the endpoint configured in the profile."),
                    answer);
        }
        String code = answer.awsErrorDetails().errorCode();
        String message = String.valueOf(answer.awsErrorDetails().errorMessage());
        boolean aboutTime = message.contains("Signature expired") || message.contains("Signature not yet current");
        if (CLOCK.contains(code) || (aboutTime && REFUSED.contains(code))) {
            return failure(
                    Reason.CLOCK,
                    Phrase.of("AWS rejected the signature because the clock of this computer is wrong."),
                    Phrase.of("Correct the clock and try again."),
                    answer);
        }
        if (EXPIRED.contains(code)) {
            return expired(answer);
        }
        if (code.equals("OptInRequired")) {
            return wrongRegion(Phrase.of("Region {0} is not enabled for the account.", region.id()), answer);
        }
        if (REFUSED.contains(code)) {
            return failure(
                    Reason.CREDENTIALS_REFUSED,
                    Phrase.of("AWS rejected the credentials of {0} in {1}.", who(), region.id()),
                    Phrase.of(
                            "Check that the access keys are valid and active, and that the Region is enabled for the account."),
                    answer);
        }
        if (DENIED.contains(code)) {
            Matcher named = ACTION.matcher(message);
            String action = named.find() ? named.group(1) : called;
            if (message.contains("MultiFactorAuthentication failed")) {
                return failure(
                        Reason.CREDENTIALS_REFUSED,
                        Phrase.of("AWS rejected the MFA code of {0}.", who()),
                        Phrase.of("Wait for the next code, because each is valid once, and try again."),
                        answer);
            }
            if ("sts:AssumeRole".equals(action) && needsMfaCode()) {
                return failure(
                        Reason.DENIED,
                        Phrase.of(
                                "Access denied: the role of {0} may not be assumed by its source profile with this code.",
                                who()),
                        Phrase.of(
                                "Check role_arn and mfa_serial of the profile, or ask your account administrator for access to the role."),
                        answer);
            }
            return failure(
                    Reason.DENIED,
                    Phrase.of(
                            "Access denied: {0} is not authorized to perform {1}.",
                            who(), action == null ? Phrase.of("this action") : action),
                    Phrase.of("Ask your account administrator for the policy that 'faasnetlab aws plan' prints."),
                    answer);
        }
        if (answer.isThrottlingException()) {
            return failure(
                    Reason.THROTTLED,
                    Phrase.of("AWS throttled the request."),
                    Phrase.of("Wait a minute and try again."),
                    answer);
        }
        return failure(
                Reason.OTHER,
                Phrase.of("AWS returned {0}: {1}", code, sentence(message)),
                Phrase.of("See the log for the request ID, for AWS Support."),
                answer);
    }

    private AwsAccessException ofClient(SdkException failure) {
        String said = messages(failure);
        if (said.contains("unable to load region")) {
            return failure(
                    Reason.NO_REGION,
                    Phrase.of("No AWS Region specified."),
                    Phrase.of("Specify one, or set it in the profile."),
                    failure);
        }
        if (caused(failure, CaptivePortalGuard.PageException.class)) {
            return failure(
                    Reason.UNREACHABLE,
                    Phrase.of("Received a web page instead of a response from AWS."),
                    Phrase.of("Sign in to the network, or check the proxy or the endpoint configured in the profile."),
                    failure);
        }
        if (caused(failure, UnknownHostException.class) && !Region.regions().contains(region)) {
            return wrongRegion(Phrase.of("AWS Region {0} does not exist.", region.id()), failure);
        }
        if (caused(failure, UnknownHostException.class)
                || caused(failure, SocketException.class)
                || caused(failure, SocketTimeoutException.class)) {
            return failure(
                    Reason.UNREACHABLE,
                    Phrase.of("AWS is not reachable from this computer."),
                    Phrase.of("Check the network connection and the proxy settings."),
                    failure);
        }
        if (caused(failure, SSLException.class)) {
            return failure(
                    Reason.UNREACHABLE,
                    Phrase.of("The TLS certificate of the connection to AWS is not trusted."),
                    Phrase.of("If a proxy intercepts TLS, add its certificate to the Java trust store."),
                    failure);
        }
        if (failure.getCause() instanceof CredentialsProviders.InvalidProfileException) {
            return failure(
                    Reason.NO_CREDENTIALS,
                    Phrase.of(
                            "There are no valid credentials in {0}: {1}",
                            who(), sentence(String.valueOf(failure.getMessage()))),
                    Phrase.of(
                            "Correct the profile in {0} or {1}, or choose another one.",
                            AwsConfigFiles.location(ProfileFile.Type.CONFIGURATION),
                            AwsConfigFiles.location(ProfileFile.Type.CREDENTIALS)),
                    failure);
        }
        if (caused(failure, MfaCredentialsProvider.NoCodeException.class)) {
            return failure(
                    Reason.NO_CREDENTIALS,
                    Phrase.of("The role of {0} requires an MFA code, and none was entered.", who()),
                    Phrase.of(
                            "Enter the code in the window or on a terminal. Without one, run '{0}' and start this program"
                                    + " from the same shell without --profile.",
                            "eval \"$(aws configure export-credentials --profile " + profile + " --format env)\""),
                    failure);
        }
        if (caused(failure, UncheckedIOException.class)
                || (said.contains("token") && (said.contains("expired") || said.contains("sso")))) {
            return expired(failure);
        }
        if (said.contains("credentials") || said.contains("profile")) {
            return failure(
                    Reason.NO_CREDENTIALS,
                    Phrase.of("No AWS credentials found for {0}.", who()),
                    Phrase.of("Choose another profile, or create one with 'aws configure' or 'aws configure sso'."),
                    failure);
        }
        return failure(
                Reason.OTHER,
                Phrase.of("The request to AWS failed: {0}", sentence(String.valueOf(failure.getMessage()))),
                Phrase.of("See the log for details."),
                failure);
    }

    private AwsAccessException expired(Exception failure) {
        return failure(
                Reason.SIGN_IN_EXPIRED,
                Phrase.of("The sign-in session of {0} has expired or was never started.", who()),
                Phrase.of(
                        "Sign in again with '{0}', or renew the session credentials, and try again.",
                        "aws sso login" + (profile == null ? "" : " --profile " + profile)),
                failure);
    }

    private AwsAccessException wrongRegion(Phrase sentence, SdkException failure) {
        return failure(
                Reason.WRONG_REGION,
                sentence,
                Phrase.of("Choose another Region, or enable this one in the account."),
                failure);
    }

    private boolean needsMfaCode() {
        if (profile == null) {
            return false;
        }
        return files.get()
                .profile(profile)
                .flatMap(each -> each.property("mfa_serial"))
                .isPresent();
    }

    private Phrase who() {
        return profile == null ? Phrase.of("the default AWS credentials") : Phrase.of("profile \"{0}\"", profile);
    }

    private static AwsAccessException failure(Reason reason, Phrase sentence, Phrase advice, Exception cause) {
        return new AwsAccessException(reason, sentence, advice, cause);
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static String messages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            messages.append(each.getMessage()).append('\n');
        }
        return messages.toString().toLowerCase(Locale.ROOT);
    }
}
