package org.faasnetlab.testbed.aws.setup;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A sign-in that runs out in the middle of a set-up, which is how anything that ends a program ends it there. */
final class ExpiringSignIn {
    private ExpiringSignIn() {}

    /**
     * moto until a request that changes something, and then only refusals.
     *
     * @param fatal the number of that request among those that change something, from 0
     * @param done whether AWS still does what that request asks
     */
    static AwsFront.Services atChange(URI moto, int fatal, boolean done) {
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

    static boolean changesSomething(AwsFront.Request request) {
        return request.action().matches("CreateStack|UpdateStack|(PUT|POST) /.*")
                && !request.action().startsWith("POST / ");
    }

    static AwsFront.Answer refusal(AwsFront.Request request) {
        return AwsFront.Answer.refusal(
                request, 403, "ExpiredToken", "The security token included in the request is expired");
    }
}
