package org.faasnetlab.analysis.verdict;

import org.faasnetlab.format.Phrase;

/** What an item of evidence is about: a possible limit, or a condition of any conclusion. */
public enum EvidenceSubject {
    /** How many functions finished. */
    FUNCTIONS("functions"),
    /** How far apart, and how long after T0, functions started. */
    START("start"),
    /** Whether enough was measured. */
    LENGTH("length"),
    /** The processors of this computer. */
    THIS_COMPUTER("this computer"),
    /** The rate at which the plan sends. */
    PLANNED_RATE("rate of the plan"),
    SIMULATED_FUNCTION_LINK("simulated link of a function"),
    SIMULATED_HOST_LINK("simulated link of a host"),
    SIMULATED_VPC_LINK("simulated link of the VPC"),
    FUNCTION_PROCESSOR("processor of a function"),
    SERVER_PROCESSORS("servers' processors"),
    SERVER_DISK("servers' disk"),
    SERVER_NETWORK("servers' network"),
    /** The provider's limit of a function. */
    FUNCTION_LIMIT("limit of a function"),
    VPC("VPC");

    private final String id;

    EvidenceSubject(String id) {
        this.id = id;
    }

    /** The name in reports and exports, in a few English words. */
    public String id() {
        return id;
    }

    public Phrase label() {
        return Phrase.named("evidence." + id.replaceAll("[^A-Za-z0-9]+", "-"), id);
    }

    /** Whether it concerns all functions of a trial alike, in either direction. */
    public boolean ofWholeTrial() {
        return this == FUNCTIONS || this == START;
    }

    /** Whether it compares a bandwidth with the upper bound of a link, a function or the servers. */
    public boolean isUpperBound() {
        return switch (this) {
            case SIMULATED_FUNCTION_LINK, SIMULATED_HOST_LINK, SIMULATED_VPC_LINK, SERVER_NETWORK, FUNCTION_LIMIT ->
                true;
            case FUNCTIONS,
                    START,
                    LENGTH,
                    THIS_COMPUTER,
                    PLANNED_RATE,
                    FUNCTION_PROCESSOR,
                    SERVER_PROCESSORS,
                    SERVER_DISK,
                    VPC -> false;
        };
    }
}
