package org.faasnetlab.testing.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A function for tests: uses the Runtime API over a plain socket, with one connection for each request. The event is a
 * JSON string with a command and an argument.
 */
public final class StubFunction {
    private final String host;
    private final int port;
    private final String path;

    private StubFunction(String runtimeApi) {
        int colon = runtimeApi.indexOf(':');
        int slash = runtimeApi.indexOf('/');
        host = runtimeApi.substring(0, colon);
        port = Integer.parseInt(runtimeApi.substring(colon + 1, slash));
        path = runtimeApi.substring(slash) + "/2018-06-01/runtime/";
    }

    public static void main(String[] arguments) throws Exception {
        String mode = arguments.length == 0 ? "" : arguments[0];
        if (mode.equals("sleep")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        endWithStandardInput();
        StubFunction function = new StubFunction(System.getenv("AWS_LAMBDA_RUNTIME_API"));
        switch (mode) {
            case "init-error" -> {
                String error = "{\"errorType\":\"Stub.Init\",\"errorMessage\":\"cannot begin\"}";
                function.post("init/error", "Lambda-Runtime-Function-Error-Type: Stub.Init\r\n", error);
                Thread.sleep(Long.MAX_VALUE);
            }
            case "never-ready" -> Thread.sleep(Long.MAX_VALUE);
            default -> {
                while (true) {
                    function.serveOne();
                }
            }
        }
    }

    private static void endWithStandardInput() {
        Thread lifeline = new Thread(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                // ignore: a closed connection also ends the answer
            }
            Runtime.getRuntime().halt(0);
        });
        lifeline.setDaemon(true);
        lifeline.start();
    }

    private void serveOne() throws IOException, InterruptedException {
        Reply next = request("GET " + path + "invocation/next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "");
        String id = next.headers.get("lambda-runtime-aws-request-id");
        // A real event, such as a probe, is answered like the command "pid".
        String[] words = next.body.startsWith("{")
                ? new String[] {"pid"}
                : next.body.replace("\"", "").split(" ", 2);
        String argument = words.length == 2 ? words[1] : "";
        String answer = "invocation/" + id + "/response";
        switch (words[0]) {
            case "pid" -> post(answer, "", Long.toString(ProcessHandle.current().pid()));
            case "environment" -> post(answer, "", new TreeMap<>(System.getenv()).toString());
            case "temporary" ->
                post(answer, "", Files.createTempDirectory("left-").toString());
            case "headers" -> post(answer, "", next.headers.toString());
            case "length" -> post(answer, "", Integer.toString(next.body.length()));
            case "print" -> {
                String line = "0123456789".repeat(10);
                for (int printed = 0; printed < Integer.parseInt(argument); printed += line.length() + 1) {
                    System.out.println(line);
                }
                post(answer, "", "printed");
            }
            case "fail" -> {
                String error = "{\"errorType\":\"Stub.Failed\",\"errorMessage\":\"as asked\"}";
                post("invocation/" + id + "/error", "Lambda-Runtime-Function-Error-Type: Stub.Failed\r\n", error);
            }
            default -> stream(answer, words[0], argument);
        }
    }

    private void stream(String answer, String word, String argument) throws IOException, InterruptedException {
        try (Socket socket = new Socket(host, port)) {
            OutputStream out = socket.getOutputStream();
            out.write(ascii("POST " + path + answer + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Lambda-Runtime-Function-Response-Mode: streaming\r\nTransfer-Encoding: chunked\r\n"
                    + "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n\r\n"));
            chunk(out, ProcessHandle.current().pid() + "\n");
            switch (word) {
                case "await" -> {
                    while (!Files.exists(Path.of(argument))) {
                        Thread.sleep(10);
                    }
                    chunk(out, "after\n");
                    out.write(ascii("0\r\n\r\n"));
                }
                case "trailers" ->
                    out.write(ascii("0\r\nLambda-Runtime-Function-Error-Type: Stub.Late\r\n"
                            + "Lambda-Runtime-Function-Error-Body: e30=\r\n\r\n"));
                case "halt" -> Runtime.getRuntime().halt(3);
                case "break" -> socket.close();
                case "child" -> {
                    Process child = new ProcessBuilder(StubPrograms.command("sleep")).start();
                    chunk(out, child.pid() + "\n");
                    Thread.sleep(Long.MAX_VALUE);
                }
                case "hang" -> Thread.sleep(Long.MAX_VALUE);
                default -> throw new IllegalArgumentException(word);
            }
            if (!socket.isClosed()) {
                read(socket.getInputStream());
            }
        }
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write(ascii(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n"));
        out.flush();
    }

    private void post(String what, String headers, String body) throws IOException {
        request(
                "POST " + path + what + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "Content-Length: "
                        + body.length() + "\r\n\r\n",
                body);
    }

    private Reply request(String head, String body) throws IOException {
        try (Socket socket = new Socket(host, port)) {
            socket.getOutputStream().write(ascii(head + body));
            return read(socket.getInputStream());
        }
    }

    private static Reply read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no answer");
            }
            head.write(next);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : head.toString(StandardCharsets.US_ASCII).split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
            }
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Reply(headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private record Reply(Map<String, String> headers, String body) {}
}
