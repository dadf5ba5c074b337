package org.faasnetlab.function.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AmazonRootsTest {

    /** The fingerprints that Amazon Trust Services publishes in its repository. */
    @Test
    void theyAreTheRootsThatAmazonPublishes() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");

        assertThat(Arrays.stream(AmazonRoots.read()).map(root -> {
                    try {
                        return HexFormat.of().formatHex(sha256.digest(root.getEncoded()));
                    } catch (java.security.cert.CertificateEncodingException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .containsExactly(
                        "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e",
                        "1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4",
                        "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4",
                        "e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092",
                        "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5");
    }
}
