package org.faasnetlab.invoke;

/**
 * A Lambda function at one memory size.
 *
 * @param name function name
 * @param qualifier version or alias that has the memory size
 */
public record FunctionRef(String name, String qualifier) {}
