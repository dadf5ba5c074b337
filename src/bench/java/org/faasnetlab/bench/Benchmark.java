package org.faasnetlab.bench;

import java.util.List;

/** A measurement of the program, side by side with the raw tool. */
interface Benchmark {
    /** Base name of its files. */
    String name();

    /** One sentence: what is compared with what. */
    String description();

    List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception;
}
