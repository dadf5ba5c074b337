package org.faasnetlab.testbed.aws.account;

import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.faasnetlab.LabException;
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

    /** @param called the IAM action of the request, used if a refusal names none; null if unknown */
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
                    "Received a response with HTTP status " + answer.statusCode() + " that is not from AWS.",
                    "Check the proxy, or the endpoint configured in the profile.",
                    answer);
        }
        String code = answer.awsErrorDetails().errorCode();
        String message = String.valueOf(answer.awsErrorDetails().errorMessage());
        boolean aboutTime = message.contains("Signature expired") || message.contains("Signature not yet current");
        if (CLOCK.contains(code) || (aboutTime && REFUSED.contains(code))) {
            return failure(
                    Reason.CLOCK,
                    "AWS rejected the signature because the clock of this computer is wrong.",
                    "Correct the clock and try again.",
                    answer);
        }
        if (EXPIRED.contains(code)) {
            return expired(answer);
        }
        if (code.equals("OptInRequired")) {
            return wrongRegion("Region " + region.id() + " is not enabled for the account.", answer);
        }
        if (REFUSED.contains(code)) {
            return failure(
                    Reason.CREDENTIALS_REFUSED,
                    "AWS rejected the credentials of " + who() + " in " + region.id() + ".",
                    "Check that the access keys are valid and active, and that the Region is enabled for the account.",
                    answer);
        }
        if (DENIED.contains(code)) {
            Matcher named = ACTION.matcher(message);
            String action = named.find() ? named.group(1) : Objects.requireNonNullElse(called, "this action");
            if (message.contains("MultiFactorAuthentication failed")) {
                return failure(
                        Reason.CREDENTIALS_REFUSED,
                        "AWS rejected the MFA code of " + who() + ".",
                        "Wait for the next code, because each is valid once, and try again.",
                        answer);
            }
            if (action.equals("sts:AssumeRole") && needsMfaCode()) {
                return failure(
                        Reason.DENIED,
                        "Access denied: the role of " + who()
                                + " may not be assumed by its source profile with this code.",
                        "Check role_arn and mfa_serial of the profile, or ask your account administrator for access to the role.",
                        answer);
            }
            return failure(
                    Reason.DENIED,
                    "Access denied: " + who() + " is not authorized to perform " + action + ".",
                    "Ask your account administrator for the policy that 'faasnetlab aws plan' prints.",
                    answer);
        }
        if (answer.isThrottlingException()) {
            return failure(Reason.THROTTLED, "AWS throttled the request.", "Wait a minute and try again.", answer);
        }
        return failure(
                Reason.OTHER,
                "AWS returned " + code + ": " + sentence(message),
                "See the log for the request ID, for AWS Support.",
                answer);
    }

    private AwsAccessException ofClient(SdkException failure) {
        String said = messages(failure);
        if (said.contains("unable to load region")) {
            return failure(
                    Reason.NO_REGION, "No AWS Region specified.", "Specify one, or set it in the profile.", failure);
        }
        if (caused(failure, CaptivePortalGuard.PageException.class)) {
            return failure(
                    Reason.UNREACHABLE,
                    "Received a web page instead of a response from AWS.",
                    "Sign in to the network, or check the proxy or the endpoint configured in the profile.",
                    failure);
        }
        if (caused(failure, UnknownHostException.class) && !Region.regions().contains(region)) {
            return wrongRegion("AWS Region " + region.id() + " does not exist.", failure);
        }
        if (caused(failure, UnknownHostException.class)
                || caused(failure, SocketException.class)
                || caused(failure, SocketTimeoutException.class)) {
            return failure(
                    Reason.UNREACHABLE,
                    "AWS is not reachable from this computer.",
                    "Check the network connection and the proxy settings.",
                    failure);
        }
        if (caused(failure, SSLException.class)) {
            return failure(
                    Reason.UNREACHABLE,
                    "The TLS certificate of the connection to AWS is not trusted.",
                    "If a proxy intercepts TLS, add its certificate to the Java trust store.",
                    failure);
        }
        if (failure.getCause() instanceof CredentialsProviders.InvalidProfileException) {
            return failure(
                    Reason.NO_CREDENTIALS,
                    "There are no valid credentials in " + who() + ": "
                            + sentence(String.valueOf(failure.getMessage())),
                    "Correct the profile in " + AwsConfigFiles.location(ProfileFile.Type.CONFIGURATION) + " or "
                            + AwsConfigFiles.location(ProfileFile.Type.CREDENTIALS) + ", or choose another one.",
                    failure);
        }
        if (caused(failure, MfaCredentialsProvider.NoCodeException.class)) {
            return failure(
                    Reason.NO_CREDENTIALS,
                    "The role of " + who() + " requires an MFA code, and none was entered.",
                    "Enter the code in the window or on a terminal. Without one, run 'eval \"$(aws configure"
                            + " export-credentials --profile " + profile
                            + " --format env)\"' and start this program from"
                            + " the same shell without --profile.",
                    failure);
        }
        if (caused(failure, UncheckedIOException.class)
                || (said.contains("token") && (said.contains("expired") || said.contains("sso")))) {
            return expired(failure);
        }
        if (said.contains("credentials") || said.contains("profile")) {
            return failure(
                    Reason.NO_CREDENTIALS,
                    "No AWS credentials found for " + who() + ".",
                    "Choose another profile, or create one with 'aws configure' or 'aws configure sso'.",
                    failure);
        }
        return failure(
                Reason.OTHER,
                "The request to AWS failed: " + sentence(String.valueOf(failure.getMessage())),
                "See the log for details.",
                failure);
    }

    private AwsAccessException expired(Exception failure) {
        return failure(
                Reason.SIGN_IN_EXPIRED,
                "The sign-in session of " + who() + " has expired or was never started.",
                "Sign in again with 'aws sso login" + (profile == null ? "" : " --profile " + profile)
                        + "', or renew the session credentials, and try again.",
                failure);
    }

    private AwsAccessException wrongRegion(String sentence, SdkException failure) {
        return failure(
                Reason.WRONG_REGION, sentence, "Choose another Region, or enable this one in the account.", failure);
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

    private String who() {
        return profile == null ? "the default AWS credentials" : "profile \"" + profile + "\"";
    }

    private static AwsAccessException failure(Reason reason, String sentence, String nextStep, Exception cause) {
        return new AwsAccessException(reason, sentence, nextStep, cause);
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
