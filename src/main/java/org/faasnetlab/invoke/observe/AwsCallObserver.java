package org.faasnetlab.invoke.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Reports every call of a client of the SDK. */
public final class AwsCallObserver implements ExecutionInterceptor {
    private static final ExecutionAttribute<Instant> SENT = new ExecutionAttribute<>("faasnetlab.sent");

    private static final Set<String> CONDITIONS = Set.of("IfMatch", "IfNoneMatch");

    private final AwsCall.Listener listener;

    public AwsCallObserver(AwsCall.Listener listener) {
        this.listener = listener;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(SENT, Instant.now());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        listener.onCall(call(context.request(), attributes, null, ResponseShape.of(context.response())));
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable failure = context.exception();
        String error = failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                ? String.valueOf(answer.awsErrorDetails().errorCode())
                : failure.getClass().getSimpleName();
        listener.onCall(call(context.request(), attributes, error, null));
    }

    private static AwsCall call(
            SdkPojo request, ExecutionAttributes attributes, @Nullable String error, @Nullable Object shape) {
        Instant sent = attributes.getAttribute(SENT);
        return new AwsCall(
                sent,
                attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                Duration.between(sent, Instant.now()),
                error,
                condition(request),
                shape);
    }

    private static @Nullable String condition(SdkPojo request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (CONDITIONS.contains(field.memberName()) && field.getValueOrDefault(request) != null) {
                return field.memberName();
            }
        }
        return null;
    }
}
