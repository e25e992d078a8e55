package org.resnetclaims.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without a window, driven over its DevTools protocol with nothing but the JDK. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS = Pattern.compile("ws://([^/]+)/\\S+");
    private static final int SECONDS = 240;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> unused = new CompletableFuture<>();
    private volatile CompletableFuture<Void> loaded = unused;

    private Browser(Process process, URI page) {
        this.process = process;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .join();
        for (String domain : List.of("Page", "Runtime", "Log")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** The program; empty where none is installed. */
    static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile an empty folder for what the browser keeps */
    static Browser start(Path program, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                Thread drain = new Thread(() -> drain(out), "browser-output");
                drain.setDaemon(true);
                drain.start();
                return new Browser(process, page(address.group(1)));
            }
        }
        throw new IOException(program + " did not start");
    }

    private static void drain(Reader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The browser was closed.
        }
    }

    private static URI page(String host) throws IOException, InterruptedException {
        HttpResponse<String> targets = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + host + "/json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        for (JsonNode target : JSON.readTree(targets.body())) {
            if (target.get("type").asText().equals("page")) {
                return URI.create(target.get("webSocketDebuggerUrl").asText());
            }
        }
        throw new IOException("The browser has no page");
    }

    /** What was wrong on the pages so far: exceptions, and errors in the log. */
    List<String> errors() {
        return errors;
    }

    /** @param dark whether the reader prefers dark pages */
    void open(Path file, int width, boolean dark, boolean script) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !script));
        media("screen", dark);
        loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        loaded.get(SECONDS, TimeUnit.SECONDS);
    }

    void media(String media, boolean dark) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        media,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** The value of an expression, or of the promise that it gives. */
    JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.at("/result/value");
    }

    void moveTo(double x, double y) {
        call("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    byte[] pdf() {
        return decoded(call("Page.printToPDF", Map.of("printBackground", true)));
    }

    /** From the top of an element on, so many pixels; from the top of the page without one. */
    byte[] screenshot(String selector, int height) {
        double top = selector.isEmpty()
                ? 0
                : evaluate("document.querySelector('" + selector + "').getBoundingClientRect().top + scrollY")
                        .asDouble();
        double width = evaluate("document.documentElement.clientWidth").asDouble();
        return decoded(call(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", top, "width", width, "height", height, "scale", 1))));
    }

    private static byte[] decoded(JsonNode answer) {
        return Base64.getDecoder().decode(answer.get("data").asText());
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        try {
            socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                    .join();
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(method + " failed", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                receive(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void receive(String text) {
            try {
                JsonNode received = JSON.readTree(text);
                if (received.has("id")) {
                    CompletableFuture<JsonNode> answer =
                            answers.remove(received.get("id").asInt());
                    if (received.has("error")) {
                        answer.completeExceptionally(
                                new IllegalStateException(received.get("error").toString()));
                    } else {
                        answer.complete(received.get("result"));
                    }
                    return;
                }
                switch (received.path("method").asText()) {
                    case "Page.loadEventFired" -> loaded.complete(null);
                    case "Runtime.exceptionThrown" ->
                        errors.add(received.get("params").toString());
                    case "Log.entryAdded" -> {
                        if (received.at("/params/entry/level").asText().equals("error")) {
                            errors.add(received.get("params").toString());
                        }
                    }
                    default -> {}
                }
            } catch (IOException e) {
                errors.add(e.toString());
            }
        }
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
