package org.faasnetlab.analysis.latency;

/**
 * The grades by which DSLReports' speed test judges the increase of the round-trip time under load
 * (https://www.dslreports.com/faq/17930, retrieved 2026-11-30).
 */
public enum BufferbloatGrade {
    A_PLUS("A+", 5),
    A("A", 30),
    B("B", 60),
    C("C", 200),
    D("D", 400),
    F("F", Double.POSITIVE_INFINITY);

    private final String label;
    private final double belowMillis;

    BufferbloatGrade(String label, double belowMillis) {
        this.label = label;
        this.belowMillis = belowMillis;
    }

    /** For example {@code A+}. */
    public String label() {
        return label;
    }

    /** The grade of an increase. */
    public static BufferbloatGrade of(double increaseMillis) {
        for (BufferbloatGrade grade : values()) {
            if (increaseMillis < grade.belowMillis) {
                return grade;
            }
        }
        return F;
    }
}
