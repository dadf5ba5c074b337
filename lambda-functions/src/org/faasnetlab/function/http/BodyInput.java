package org.faasnetlab.function.http;

import java.io.IOException;
import java.io.InputStream;

/** A message body. Subclasses read blocks; reading a single byte uses a block of one byte. */
abstract class BodyInput extends InputStream {
    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;
}
