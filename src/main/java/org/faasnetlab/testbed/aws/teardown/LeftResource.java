package org.faasnetlab.testbed.aws.teardown;

/**
 * Something of the testbed that is still there.
 *
 * @param kind for example {@code security-group} or {@code bucket}
 * @param id its id or name in AWS
 */
public record LeftResource(String kind, String id) implements Comparable<LeftResource> {

    @Override
    public int compareTo(LeftResource other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
