package org.resnetclaims.data.downloads;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.resnetclaims.data.readers.RemoteFile;

/**
 * Gets a file from the first of its mirrors that delivers it. When all have failed it pauses and tries them again; the
 * pauses grow.
 */
final class MirroredDownload {

    /** After a round that got so many bytes further, the rounds are counted from the start again. */
    private static final long NOTICEABLE_BYTES = 1 << 20;

    private final Patience patience;
    private final PrintStream out;
    private final HttpTransfer transfer;

    MirroredDownload(Patience patience, PrintStream out) {
        this.patience = patience;
        this.out = out;
        transfer = new HttpTransfer(patience, out);
    }

    /**
     * Puts the file at {@code whole}, complete and with the right sum, or not at all.
     *
     * @throws IOException with what went wrong at each mirror
     */
    void fetch(RemoteFile file, Path whole) throws IOException, InterruptedException {
        PartFile part = new PartFile(whole);
        Set<URI> mirrors = new LinkedHashSet<>(file.mirrors());
        Map<URI, String> failures = new LinkedHashMap<>();
        for (int round = 0; round < patience.rounds() && !mirrors.isEmpty(); round++) {
            if (round > 0) {
                patience.pause(round - 1);
            }
            long before = part.size();
            for (URI mirror : List.copyOf(mirrors)) {
                try {
                    attempt(file, mirror, part);
                    part.complete(whole);
                    return;
                } catch (UselessMirrorException e) {
                    mirrors.remove(mirror);
                    failures.put(mirror, e.getMessage());
                } catch (IOException e) {
                    failures.put(mirror, reason(e));
                }
                out.printf("%s: %s: %s%n", file.name(), mirror.getHost(), failures.get(mirror));
            }
            if (part.size() - before >= NOTICEABLE_BYTES) {
                round = 0;
            }
        }
        throw new IOException(failures.entrySet().stream()
                .map(failure -> failure.getKey().getHost() + ": " + failure.getValue())
                .collect(Collectors.joining("; ")));
    }

    private void attempt(RemoteFile file, URI mirror, PartFile part) throws IOException, InterruptedException {
        boolean resumes = part.size() > 0;
        if (part.size() != file.bytes()) {
            transfer.fetch(file, mirror, part);
        }
        String found = part.sha256();
        if (!found.equals(file.sha256())) {
            part.discard();
            String what = "its file has SHA-256 %s instead of %s".formatted(found, file.sha256());
            // The wrong bytes may be those of an earlier attempt, at another mirror: then this one is worth another
            // try.
            throw resumes ? new IOException(what) : new UselessMirrorException(what);
        }
    }

    // The HTTP client leaves most of its exceptions without a message.
    private static String reason(IOException e) {
        if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
            return "no connection";
        }
        if (e instanceof HttpTimeoutException) {
            return "no answer";
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
