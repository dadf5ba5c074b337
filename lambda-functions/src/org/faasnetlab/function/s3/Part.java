package org.faasnetlab.function.s3;

/**
 * A stretch of the object that is moved by one request.
 *
 * @param index from 0, in the order of the object
 * @param offset first byte, from 0
 * @param length number of bytes, at least 1
 */
record Part(long index, long offset, long length) {}
