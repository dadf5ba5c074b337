package org.faasnetlab.testbed.local.lambda;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a function process is started.
 *
 * @param root the folder with the function's files; working folder of the process and its LAMBDA_TASK_ROOT
 * @param command program and arguments
 */
public record FunctionProgram(Path root, List<String> command) {
    public FunctionProgram {
        command = List.copyOf(command);
    }

    /** The same with one more option for the Java program, which is the first word of the command. */
    FunctionProgram withJavaOption(String option) {
        List<String> longer = new ArrayList<>(command);
        longer.add(1, option);
        return new FunctionProgram(root, longer);
    }
}
