package org.faasnetlab.invoke;

import java.io.ByteArrayInputStream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Creates the signed HTTP request of an invocation (AWS Signature Version 4). */
final class RequestSigner {
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final ServiceEndpoint endpoint;
    private final String before;
    private final String after;
    private final AwsCredentialsProvider credentials;

    RequestSigner(ServiceEndpoint endpoint, ResponseMode mode) {
        this.endpoint = endpoint;
        boolean streamed = mode == ResponseMode.STREAMED;
        this.before = streamed ? "/2021-11-15/functions/" : "/2015-03-31/functions/";
        this.after = streamed ? "/response-streaming-invocations" : "/invocations";
        this.credentials = CredentialsProviders.of(endpoint.credentials());
    }

    /** May block while credentials are resolved; throws the exception of the SDK if there are none. */
    SdkHttpRequest sign(FunctionRef function, byte[] event) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint.uri())
                .encodedPath(before + SdkHttpUtils.urlEncode(function.name()) + after)
                .putRawQueryParameter("Qualifier", function.qualifier())
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", String.valueOf(event.length))
                .putHeader("X-Amz-Invocation-Type", "RequestResponse")
                .build();
        return signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(event))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.region()))
                .request();
    }
}
