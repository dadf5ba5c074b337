package org.faasnetlab.testbed.aws.deletion;

/**
 * A resource of the testbed that still exists.
 *
 * @param kind for example {@code security-group} or {@code bucket}
 * @param id ID or name in AWS
 */
public record LeftoverResource(String kind, String id) implements Comparable<LeftoverResource> {

    @Override
    public int compareTo(LeftoverResource other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
