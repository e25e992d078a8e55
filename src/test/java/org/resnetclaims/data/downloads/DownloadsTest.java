package org.resnetclaims.data.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.LabelledImages;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.data.readers.DownloadableDataset;
import org.resnetclaims.data.readers.IdxFixture;
import org.resnetclaims.data.readers.RemoteFile;
import org.resnetclaims.files.ExclusiveLock;
import org.resnetclaims.files.Sha256;

@Timeout(30)
class DownloadsTest {

    private static final String NAME = "cifar-10-binary.tar.gz";
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(20), 3);

    @TempDir
    private Path directory;

    private final LocalServer server = new LocalServer();
    private final LocalServer mirror = new LocalServer();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final byte[] archive = cifar();
    private Path cache;
    private Path part;

    @BeforeEach
    void serve() {
        cache = directory.resolve("cache");
        part = cache.resolve("incoming").resolve(NAME + ".part");
        server.serve("/" + NAME, archive);
        mirror.serve("/" + NAME, archive);
    }

    @AfterEach
    void stop() {
        server.close();
        mirror.close();
    }

    @Test
    void an_archive_is_unpacked_and_nothing_else_is_left() throws Exception {
        fetch();

        assertInstalled();
        assertThat(cache.resolve("incoming")).isDirectoryNotContaining("glob:**" + NAME + "*");
        assertThat(cache.resolve("incoming/cifar-10")).doesNotExist();
        assertThat(server.requests()).containsExactly(new LocalServer.Request("/" + NAME, null, null));
    }

    @Test
    void several_files_are_fetched(@TempDir Path original) throws Exception {
        IdxFixture.write(original);
        List<RemoteFile> files;
        try (Stream<Path> paths = Files.list(original)) {
            files = paths.map(path -> remote(path.getFileName().toString(), read(path)))
                    .toList();
        }
        downloads().fetch(List.of(new DownloadableDataset("fashion-mnist", files, null)));

        assertThat(Datasets.load("fashion-mnist", cache.resolve("fashion-mnist"))
                        .whole()
                        .training()
                        .size())
                .isEqualTo(3);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void what_another_process_is_fetching_is_left_alone() throws Exception {
        Path incoming = cache.resolve("incoming");
        try (ExclusiveLock other =
                ExclusiveLock.tryAcquire(incoming.resolve("lock")).orElseThrow()) {
            assertThatThrownBy(this::fetch)
                    .isInstanceOf(DataException.class)
                    .hasMessage(
                            "Another \"make datasets\" is at work in %s: wait until it is done".formatted(incoming));
        }
        assertThat(server.requests()).isEmpty();

        fetch();
        assertInstalled();
    }

    @Test
    void a_download_goes_on_after_the_connection_was_cut() throws Exception {
        server.next(LocalServer::half);

        fetch();

        assertInstalled();
        assertThat(server.requests())
                .containsExactly(
                        new LocalServer.Request("/" + NAME, null, null),
                        new LocalServer.Request("/" + NAME, "bytes=%d-".formatted(archive.length / 2), "\"v1\""));
    }

    @Test
    void a_download_goes_on_from_what_an_earlier_start_left() throws Exception {
        server.next(LocalServer::half, LocalServer.status(404));
        assertThatThrownBy(this::fetch).isInstanceOf(DataException.class);
        assertThat(part).hasSize(archive.length / 2);

        fetch();

        assertInstalled();
        assertThat(server.requests().get(2).range()).isEqualTo("bytes=%d-".formatted(archive.length / 2));
    }

    @Test
    void a_download_starts_over_when_the_file_has_changed_since() throws Exception {
        leavePart(new byte[] {1, 2, 3}, "\"v0\"");

        fetch();

        assertInstalled();
        assertThat(server.requests()).containsExactly(new LocalServer.Request("/" + NAME, "bytes=3-", "\"v0\""));
    }

    @Test
    void a_download_starts_over_when_its_beginning_turns_out_wrong() throws Exception {
        leavePart(new byte[] {1, 2, 3}, "\"v1\"");

        fetch();

        assertInstalled();
        assertThat(server.requests()).extracting(LocalServer.Request::range).containsExactly("bytes=3-", null);
    }

    @Test
    void a_download_starts_over_when_its_beginning_is_too_long() throws Exception {
        leavePart(new byte[archive.length + 1], "\"v1\"");
        server.next(LocalServer.status(416));

        fetch();

        assertInstalled();
    }

    @Test
    void a_mirror_goes_on_where_a_server_left_off() throws Exception {
        server.next(LocalServer::half);

        fetch(server.address("/" + NAME), mirror.address("/" + NAME));

        assertInstalled();
        assertThat(mirror.requests())
                .containsExactly(new LocalServer.Request("/" + NAME, "bytes=%d-".formatted(archive.length / 2), null));
    }

    @Test
    void a_server_without_the_file_is_asked_only_once() throws Exception {
        server.next(LocalServer.status(404));
        mirror.next(LocalServer.status(503), LocalServer.status(503));

        fetch(server.address("/" + NAME), mirror.address("/" + NAME));

        assertInstalled();
        assertThat(server.requests()).hasSize(1);
        assertThat(mirror.requests()).hasSize(3);
    }

    @Test
    void pauses_between_server_errors_grow() throws Exception {
        server.next(LocalServer.status(500), LocalServer.status(429));
        long start = System.nanoTime();

        fetch();

        assertInstalled();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(SHORT.firstPause().multipliedBy(1 + 2));
    }

    @Test
    void lasting_server_errors_end_the_download() {
        server.next(LocalServer.status(503), LocalServer.status(503), LocalServer.status(503));

        assertThatThrownBy(this::fetch).hasMessageContaining("localhost: it answered with status 503");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void a_silent_server_is_not_waited_for() throws Exception {
        server.next(
                (exchange, content) -> {
                    LocalServer.half(exchange, content);
                    pause();
                },
                (exchange, content) -> pause());

        fetch();

        assertInstalled();
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void a_file_with_a_wrong_checksum_is_refused() {
        byte[] altered = archive.clone();
        altered[altered.length / 2] ^= 1;
        server.serve("/" + NAME, altered);

        assertThatThrownBy(this::fetch)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "localhost: its file has SHA-256 " + sha256(altered) + " instead of " + sha256(archive));
        assertThat(part).doesNotExist();
        assertThat(cache.resolve("cifar-10")).doesNotExist();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void the_mirror_gives_the_file_when_that_of_the_first_server_is_wrong() throws Exception {
        server.serve("/" + NAME, new byte[archive.length]);

        fetch(server.address("/" + NAME), mirror.address("/" + NAME));

        assertInstalled();
    }

    @Test
    void a_login_page_is_not_fetched() {
        server.serve("/" + NAME, "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(this::fetch)
                .hasMessageContaining("it holds a file of 20 bytes instead of " + archive.length);
        assertThat(part).doesNotExist();
    }

    @Test
    void a_file_without_end_is_not_fetched() {
        server.next((exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().write(1);
        });

        assertThatThrownBy(this::fetch).hasMessageContaining("it sends more than %d bytes".formatted(archive.length));
    }

    @Test
    void the_user_is_told_what_to_do_when_offline() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://localhost:" + socket.getLocalPort() + "/" + NAME);
        }

        assertThatThrownBy(() -> fetch(nobody))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "%s cannot be fetched (localhost: no connection): check the network and run \"make datasets\" again, or bring %s from another machine into %s and then run it"
                                .formatted(
                                        NAME, nobody, cache.resolve("incoming").toAbsolutePath()));
    }

    @Test
    void a_file_that_the_user_has_brought_is_taken() throws Exception {
        Files.createDirectories(part.getParent());
        Files.write(part.resolveSibling(NAME), archive);

        fetch();

        assertInstalled();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_wrong_file_that_the_user_has_brought_is_refused() throws Exception {
        Path brought = part.resolveSibling(NAME);
        Files.createDirectories(part.getParent());
        Files.write(brought, new byte[3]);

        assertThatThrownBy(this::fetch)
                .isInstanceOf(DataException.class)
                .hasMessage("%s has SHA-256 %s instead of %s: delete it and run \"make datasets\" again"
                        .formatted(brought, sha256(new byte[3]), sha256(archive)));
        assertThat(brought).hasSize(3);
    }

    @Test
    void nothing_is_fetched_twice() throws Exception {
        fetch();
        fetch();

        assertThat(server.requests()).hasSize(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("cifar-10 is in " + cache.resolve("cifar-10"));
    }

    @Test
    void a_damaged_data_set_is_replaced() throws Exception {
        fetch();
        Files.write(cache.resolve("cifar-10/data_batch_3.bin"), new byte[3073]);

        fetch();

        assertInstalled();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("data_batch_3.bin is damaged or altered");
    }

    @Test
    void the_archive_that_files_came_from_is_noted() throws Exception {
        fetch();

        assertThat(cache.resolve("cifar-10/ARCHIVE.sha256")).hasContent(sha256(archive) + "  " + NAME + "\n");
        assertThat(cache.resolve("cifar-10/SHA256SUMS")).content().contains("  ARCHIVE.sha256");
        // The archive of this test is not the original one.
        assertThat(Datasets.load("cifar-10", cache.resolve("cifar-10"))
                        .whole()
                        .description()
                        .name())
                .isEqualTo("cifar-10 (unverified)");
    }

    @Test
    void files_of_an_unknown_archive_are_replaced() throws Exception {
        fetch();
        Path folder = cache.resolve("cifar-10");
        Files.delete(folder.resolve("ARCHIVE.sha256"));
        Files.delete(folder.resolve("SHA256SUMS"));

        fetch();

        assertInstalled();
        assertThat(folder.resolve("ARCHIVE.sha256")).exists();
        assertThat(server.requests()).hasSize(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(folder + " does not say that it was unpacked from " + NAME + ": it is replaced");
    }

    @Test
    void nothing_is_installed_from_a_hostile_archive() {
        byte[] hostile = new TarFixture()
                .file("cifar-10-batches-bin/../../../escaped", new byte[1])
                .bytes();
        server.serve("/" + NAME, hostile);
        RemoteFile file = remote(NAME, hostile);

        assertThatThrownBy(() -> downloads().fetch(List.of(dataset(file)))).hasMessageContaining("is not a plain path");
        assertThat(cache.resolve("cifar-10")).doesNotExist();
        assertThat(directory.resolve("escaped")).doesNotExist();
    }

    @Test
    void room_on_the_disk_is_looked_for_first() {
        RemoteFile huge =
                new RemoteFile(NAME, Long.MAX_VALUE / 4, sha256(archive), List.of(server.address("/" + NAME)));

        assertThatThrownBy(() -> downloads().fetch(List.of(dataset(huge))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cifar-10 needs ")
                .hasMessageContaining("free on the disk of " + cache.toAbsolutePath() + ": make room there");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_cache_that_cannot_be_written_is_reported() throws IOException {
        Files.writeString(cache, "a file where the folder should be");

        assertThatThrownBy(this::fetch)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("The data sets cannot be kept in " + cache);
    }

    @Test
    void every_listed_data_set_can_be_read_and_every_file_has_mirrors() {
        for (DownloadableDataset dataset : DownloadableDataset.all()) {
            assertThat(Datasets.names()).contains(dataset.dataset());
            for (RemoteFile file : dataset.files()) {
                assertThat(file.sha256()).matches("[0-9a-f]{64}");
                assertThat(file.bytes()).isPositive();
                assertThat(file.mirrors()).hasSizeGreaterThan(1).allSatisfy(uri -> assertThat(uri.getPath())
                        .endsWith("/" + file.name()));
            }
        }
    }

    private void fetch() throws InterruptedException {
        fetch(server.address("/" + NAME));
    }

    private void fetch(URI... mirrors) throws InterruptedException {
        downloads().fetch(List.of(dataset(new RemoteFile(NAME, archive.length, sha256(archive), List.of(mirrors)))));
    }

    private Downloads downloads() {
        return new Downloads(cache, SHORT, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private RemoteFile remote(String name, byte[] content) {
        return new RemoteFile(name, content.length, sha256(content), List.of(server.serve("/" + name, content)));
    }

    private static DownloadableDataset dataset(RemoteFile file) {
        return new DownloadableDataset(
                "cifar-10", List.of(file), new DownloadableDataset.Archive("cifar-10-batches-bin", 10, 100_000));
    }

    private void assertInstalled() {
        LabelledImages training =
                Datasets.load("cifar-10", cache.resolve("cifar-10")).whole().training();
        int[] labels = new int[training.size()];
        float[] pixels =
                new float[Math.toIntExact(labels.length * training.shape().size())];
        training.fill(IntStream.range(0, labels.length).toArray(), pixels, labels);
        assertThat(labels).containsExactly(1, 2, 3, 4, 5);
    }

    private void leavePart(byte[] content, String version) throws IOException {
        Files.createDirectories(part.getParent());
        Files.write(part, content);
        Files.write(
                part.resolveSibling(NAME + ".part.origin"),
                List.of(server.address("/" + NAME).toString(), version));
    }

    /** Five training files and a test file of one image each. */
    private static byte[] cifar() {
        TarFixture tar = new TarFixture().folder("cifar-10-batches-bin/");
        for (int i = 1; i <= 5; i++) {
            tar.file("cifar-10-batches-bin/data_batch_%d.bin".formatted(i), record(i));
        }
        return tar.file("cifar-10-batches-bin/test_batch.bin", record(6)).bytes();
    }

    private static byte[] record(int label) {
        byte[] bytes = new byte[3073];
        Arrays.fill(bytes, (byte) (10 * label));
        bytes[0] = (byte) label;
        return bytes;
    }

    private static String sha256(byte[] content) {
        return new Sha256().add(content).hex();
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(3000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
