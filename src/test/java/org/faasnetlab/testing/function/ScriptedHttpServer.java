package org.faasnetlab.testing.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers each request with the next of the given texts, without reading the request body. */
public final class ScriptedHttpServer implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> answers;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public ScriptedHttpServer(String... answers) throws IOException {
        this.answers = new ArrayList<>(List.of(answers));
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!answers.isEmpty()) {
            try (Socket socket = server.accept()) {
                converse(socket);
            } catch (IOException over) {
                return;
            }
        }
    }

    /** Serves one connection until a response closes it. */
    private void converse(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        boolean last = false;
        while (!last && !answers.isEmpty()) {
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            if (head.length() == 0) {
                return;
            }
            requests.add(head.toString());
            String answer = answers.remove(0);
            last = answer.contains("Connection: close");
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/key?X-Amz-Signature=s%2F1");
    }

    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
