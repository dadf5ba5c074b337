/** As much of HTTP/1.1 as a function needs, on plain sockets: java.net.http costs 170 ms at start and half the speed. */
@NullMarked
package org.faasnetlab.function.http;

import org.jspecify.annotations.NullMarked;
