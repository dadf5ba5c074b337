package org.faasnetlab.testbed.aws.account;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Rejects web pages that a captive portal or proxy returns with status 200 instead of AWS's response: the SDK would
 * parse them as a response without content, which looks as if a resource did not exist.
 */
final class CaptivePortalGuard implements ExecutionInterceptor {
    private static final int BEGINNING = 256;

    /** A web page was received. */
    static final class PageException extends IOException {
        private static final long serialVersionUID = 1L;

        PageException() {
            super("received a web page instead of a response from AWS");
        }
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        // An error has a status, which says more than its page.
        return context.httpResponse().isSuccessful()
                ? context.responseBody().map(CaptivePortalGuard::checked)
                : context.responseBody();
    }

    static InputStream checked(InputStream body) {
        BufferedInputStream content = new BufferedInputStream(body, BEGINNING);
        content.mark(BEGINNING);
        try {
            String beginning = new String(content.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1)
                    .strip()
                    .toLowerCase(Locale.ROOT);
            content.reset();
            if (beginning.startsWith("<html") || beginning.startsWith("<!doctype html")) {
                PageException page = new PageException();
                throw SdkClientException.create(page.getMessage(), page);
            }
        } catch (IOException e) {
            throw SdkClientException.create("The response was truncated.", e);
        }
        return content;
    }
}
