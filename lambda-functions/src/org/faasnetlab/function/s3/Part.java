package org.faasnetlab.function.s3;

/**
 * A byte range of the object that one request transfers.
 *
 * @param index from 0, in the order of the object
 * @param offset first byte, from 0
 * @param length number of bytes, at least 1
 */
record Part(long index, long offset, long length) {}
