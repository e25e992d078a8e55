package org.resnetclaims.data.downloads;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves bytes on the loopback interface, with ranges; each answer to come can be told to misbehave. */
final class LocalServer implements AutoCloseable {

    /** How to answer one request. */
    interface Answer {
        void give(HttpExchange exchange, byte[] content) throws IOException;
    }

    /** What was asked for; null where the header was not sent. */
    record Request(String path, String range, String ifRange) {}

    private static final String VERSION = "\"v1\"";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    LocalServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Makes the content available, and returns its address. */
    URI serve(String path, byte[] content) {
        contents.put(path, content);
        return address(path);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** What to do at the next requests, one after the other; afterwards the server behaves. */
    void next(Answer... coming) {
        synchronized (answers) {
            answers.addAll(List.of(coming));
        }
    }

    List<Request> requests() {
        return requests;
    }

    static void whole(HttpExchange exchange, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("ETag", VERSION);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    /** Promises everything, sends half, and cuts the connection. */
    static void half(HttpExchange exchange, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("ETag", VERSION);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content, 0, content.length / 2);
        exchange.getResponseBody().flush();
    }

    static Answer status(int status) {
        return (exchange, content) -> exchange.sendResponseHeaders(status, -1);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = exchange.getRequestHeaders().getFirst("Range");
        String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
        requests.add(new Request(path, range, ifRange));
        Answer answer;
        synchronized (answers) {
            answer = answers.poll();
        }
        byte[] content = contents.get(path);
        try {
            if (answer != null) {
                answer.give(exchange, content);
            } else if (content == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (range == null || ifRange != null && !ifRange.equals(VERSION)) {
                whole(exchange, content);
            } else {
                rest(exchange, content, Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1")));
            }
        } finally {
            exchange.close();
        }
    }

    private static void rest(HttpExchange exchange, byte[] content, int from) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
        exchange.sendResponseHeaders(206, content.length - from);
        exchange.getResponseBody().write(content, from, content.length - from);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
