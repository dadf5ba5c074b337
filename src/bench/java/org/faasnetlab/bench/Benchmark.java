package org.faasnetlab.bench;

import java.util.List;

/** Something that is measured side by side with the raw tool. */
interface Benchmark {
    /** Name of the files that it writes. */
    String name();

    /** One sentence: what is compared with what. */
    String description();

    List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception;
}
