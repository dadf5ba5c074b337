package org.faasnetlab.testbed.local.lambda;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of a function process.
 *
 * @param root the directory with the function's files; working directory of the process and its LAMBDA_TASK_ROOT
 * @param command program and arguments
 */
public record FunctionProgram(Path root, List<String> command) {
    public FunctionProgram {
        command = List.copyOf(command);
    }

    /** A copy with an additional option for the Java program, which is the first element of the command. */
    FunctionProgram withJavaOption(String option) {
        List<String> longer = new ArrayList<>(command);
        longer.add(1, option);
        return new FunctionProgram(root, longer);
    }
}
