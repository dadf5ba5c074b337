package org.faasnetlab.testbed.local.lambda;

import java.nio.file.Path;
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
}
