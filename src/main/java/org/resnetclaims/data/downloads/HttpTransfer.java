package org.resnetclaims.data.downloads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.resnetclaims.data.readers.RemoteFile;

/** One attempt to get a file, or the rest of it, from one server. */
final class HttpTransfer {

    private static final int BUFFER = 1 << 16;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> WORTH_ANOTHER_TRY =
            Set.of(HttpURLConnection.HTTP_CLIENT_TIMEOUT, TOO_MANY_REQUESTS);

    private final Patience patience;
    private final PrintStream out;
    private final HttpClient client;

    HttpTransfer(Patience patience, PrintStream out) {
        this.patience = patience;
        this.out = out;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience.connecting())
                .build();
    }

    /**
     * Appends to the part until it is as long as the file. If this fails, what was fetched stays in the part.
     *
     * @throws UselessMirrorException if the server does not hold the file
     * @throws IOException if another attempt may succeed
     */
    void fetch(RemoteFile file, URI mirror, PartFile part) throws IOException, InterruptedException {
        long offset = part.size();
        HttpRequest.Builder request = HttpRequest.newBuilder(mirror).timeout(patience.silence());
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-");
            part.versionAt(mirror).ifPresent(version -> request.header("If-Range", version));
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case HttpURLConnection.HTTP_OK -> {
                    expectLength(response.headers(), file.bytes());
                    copy(body, part.startOver(mirror, version(response.headers())), file, 0);
                }
                case HttpURLConnection.HTTP_PARTIAL -> {
                    expectRange(response.headers(), offset, file.bytes(), part);
                    copy(body, part.goOn(), file, offset);
                }
                case RANGE_NOT_SATISFIABLE -> {
                    part.discard();
                    throw new IOException("it has no bytes after the first " + offset);
                }
                default -> throw refusal(response.statusCode());
            }
        }
    }

    private static IOException refusal(int status) {
        String message = "it answered with status " + status;
        return status >= HttpURLConnection.HTTP_INTERNAL_ERROR || WORTH_ANOTHER_TRY.contains(status)
                ? new IOException(message)
                : new UselessMirrorException(message);
    }

    // Finds out before anything is fetched that the server sends something else, such as the login page of a network.
    private static void expectLength(HttpHeaders headers, long bytes) throws UselessMirrorException {
        OptionalLong length = headers.firstValueAsLong("Content-Length");
        if (length.isPresent() && length.getAsLong() != bytes) {
            throw new UselessMirrorException(
                    "it holds a file of %d bytes instead of %d".formatted(length.getAsLong(), bytes));
        }
    }

    private static void expectRange(HttpHeaders headers, long offset, long bytes, PartFile part) throws IOException {
        String expected = "bytes %d-%d/%d".formatted(offset, bytes - 1, bytes);
        String found = headers.firstValue("Content-Range").orElse("nothing");
        if (!found.equals(expected)) {
            part.discard();
            throw new IOException("it sent %s where %s was asked for".formatted(found, expected));
        }
    }

    /**
     * The version of the file. Weak tags are left out, since files with the same weak tag may differ in their bytes.
     */
    private static Optional<String> version(HttpHeaders headers) {
        return headers.firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers.firstValue("Last-Modified"));
    }

    private void copy(InputStream body, OutputStream part, RemoteFile file, long offset) throws IOException {
        DownloadProgress progress = new DownloadProgress(file, offset, out);
        long size = offset;
        try (part;
                StallGuard guard = new StallGuard(body, patience.silence())) {
            byte[] buffer = new byte[BUFFER];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                guard.signOfLife();
                size += n;
                if (size > file.bytes()) {
                    throw new UselessMirrorException("it sends more than %d bytes".formatted(file.bytes()));
                }
                part.write(buffer, 0, n);
                progress.reached(size);
            }
        }
        if (size < file.bytes()) {
            throw new IOException("the connection ended after %d of %d bytes".formatted(size, file.bytes()));
        }
    }
}
