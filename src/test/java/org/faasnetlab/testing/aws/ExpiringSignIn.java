package org.faasnetlab.testing.aws;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A sign-in that runs out in the middle of a set-up, which is how anything that ends a program ends it there. */
public final class ExpiringSignIn {
    private ExpiringSignIn() {}

    /**
     * moto until a request that changes something, and then only refusals.
     *
     * @param fatal the number of that request among those that change something, from 0
     * @param done whether AWS still does what that request asks
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
