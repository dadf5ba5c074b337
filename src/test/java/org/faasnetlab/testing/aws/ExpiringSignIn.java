package org.faasnetlab.testing.aws;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Credentials that expire during a creation, which stops it as anything that kills the program would. */
public final class ExpiringSignIn {
    private ExpiringSignIn() {}

    /**
     * Behaves as moto until a changing request, then denies everything.
     *
     * @param fatal number of that request among the changing ones, from 0
     * @param done whether AWS still executes that request
     */
    public static AwsEndpointStub.Services atChange(URI moto, int fatal, boolean done) {
        MotoServices services = new MotoServices(moto);
        AtomicInteger changes = new AtomicInteger();
        return request -> {
            boolean change = changesSomething(request);
            int number = change ? changes.getAndIncrement() : changes.get() - 1;
            if (number < fatal) {
                return services.answer(request);
            }
            if (change && number == fatal && done) {
                services.answer(request);
            }
            return refusal(request);
        };
    }

    public static boolean changesSomething(AwsEndpointStub.Request request) {
        return request.action().matches("CreateStack|UpdateStack|(PUT|POST) /.*")
                && !request.action().startsWith("POST / ");
    }

    public static AwsEndpointStub.Answer refusal(AwsEndpointStub.Request request) {
        return AwsEndpointStub.Answer.refusal(
                request, 403, "ExpiredToken", "The security token included in the request is expired");
    }
}
