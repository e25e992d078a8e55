package org.resnetclaims.data.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.data.DataException;
import org.resnetclaims.network.Shape;

class EmbeddedFashionMnistTest {

    private static final Path EMBEDDED = Path.of("datasets", "fashion-mnist");

    @Test
    void every_class_has_as_many_images() {
        HeapDataset dataset = Datasets.load("fashion-mnist", EMBEDDED);

        assertThat(dataset.whole().description().image()).isEqualTo(new Shape(1, 28, 28));
        assertThat(perClass(dataset.training())).containsOnly(1000).hasSize(10);
        assertThat(perClass(dataset.test())).containsOnly(200).hasSize(10);
    }

    @Test
    void it_is_known_by_its_content_however_it_is_compressed(@TempDir Path copy) throws IOException {
        try (Stream<Path> files = Files.list(EMBEDDED)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".gz")).toList()) {
                try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
                    IdxFixture.gzip(copy.resolve(file.getFileName()), content.readAllBytes());
                }
            }
        }

        assertThat(Datasets.load("fashion-mnist", EMBEDDED)
                        .whole()
                        .description()
                        .name())
                .isEqualTo("fashion-mnist");
        assertThat(Datasets.load("fashion-mnist", copy).whole().description().name())
                .isEqualTo("fashion-mnist");
    }

    @Test
    void the_reference_results_were_trained_on_it() throws IOException {
        String quick = Datasets.load("fashion-mnist", EMBEDDED)
                .reduced(500, 2000, 2)
                .description()
                .fingerprint();

        assertThat(Path.of("results", "reference", "quick-cpu", "session.json"))
                .content()
                .contains("\"%s\"".formatted(quick));
    }

    @Test
    void it_has_the_published_mean() {
        float[] mean = new float[28 * 28];
        Datasets.load("fashion-mnist", EMBEDDED).training().mean().subtractFrom(mean, 1);

        // 0.2860 over all 60,000 images, a figure in common use.
        assertThat(IntStream.range(0, mean.length)
                        .mapToDouble(i -> -mean[i])
                        .average()
                        .orElseThrow())
                .isBetween(0.283, 0.289);
    }

    @Test
    void each_file_has_its_checksum_listed() throws IOException {
        List<String> lines = Files.readAllLines(EMBEDDED.resolve("SHA256SUMS"));
        try (Stream<Path> files = Files.list(EMBEDDED)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".gz")))
                    .containsExactlyInAnyOrderElementsOf(
                            lines.stream().map(line -> line.substring(66)).toList());
        }
    }

    @Test
    void it_is_refused_when_altered(@TempDir Path copy) throws IOException {
        try (Stream<Path> files = Files.list(EMBEDDED)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        IdxFixture.gzip(copy.resolve(IdxFixture.TRAIN_LABELS), IdxFixture.labels(3, 0, 9, 4));

        assertThatThrownBy(() -> Datasets.load("fashion-mnist", copy))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        IdxFixture.TRAIN_LABELS + " is damaged or altered", "SHA256SUMS", "restore it");
    }

    private static int[] perClass(HeapImages images) {
        int[] counts = new int[10];
        IntStream.of(images.labels()).forEach(label -> counts[label]++);
        return counts;
    }
}
