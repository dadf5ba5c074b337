package org.faasnetlab.invoke;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Sends an invocation signed like those of the program and returns the unparsed response. */
public final class SignedInvocation {
    private SignedInvocation() {}

    /** Returns as soon as the response starts. */
    public static HttpResponse<InputStream> send(
            ServiceEndpoint endpoint, ResponseMode mode, FunctionRef function, byte[] event)
            throws IOException, InterruptedException {
        SdkHttpRequest signed = new RequestSigner(endpoint, mode).sign(function, event);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(signed.getUri()).POST(HttpRequest.BodyPublishers.ofByteArray(event));
        signed.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }
}
