package org.resnetclaims.libtorch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.resnetclaims.claims.preflight.Preflight;
import org.resnetclaims.claims.session.Settings;
import org.resnetclaims.gpu.CudaProfile;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.training.EngineSettings;
import org.resnetclaims.training.ModelState;

/** What whoever has a GPU runs first ({@code make gpu-check}): each check is a line that begins with PASS or FAIL. */
public final class GpuCheck {

    /** Of Section 4.2, for each of the networks below. */
    private static final long ITERATIONS = 64_000;

    private static final int BATCH = 128;
    private static final int STEPS = 200;
    private static final int COMPARED = 50;
    private static final double AT_LEAST = 2;
    private static final int[] DEPTHS = {20, 32, 44, 56, 110};

    private final Backend backend;
    private boolean passed = true;

    private GpuCheck(Backend backend) {
        this.backend = backend;
    }

    /** @param arguments none; the settings are system properties */
    public static void main(String[] arguments) {
        Preflight.orExit(() -> {
            Settings settings = Settings.from(System.getProperties());
            CudaProfile.LIBTORCH
                    .gpus()
                    .forEach(gpu -> System.out.printf(
                            "GPU: %s, %d of %d MiB free%n", gpu.inWords(), gpu.freeMiB(), gpu.totalMiB()));
            GpuCheck check =
                    new GpuCheck(new GpuBackend(new EngineSettings(settings.precision(), settings.cudaLibraries())));
            if (!check.passes()) {
                System.exit(1);
            }
        });
    }

    private boolean passes() {
        try {
            System.out.println("Engine: " + backend.description());
            loadedLibraries();
            agreement();
            speed();
            return passed;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void loadedLibraries() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (Files.isReadable(maps)) {
            try (Stream<String> lines = Files.lines(maps)) {
                lines.map(line -> line.replaceAll(".* ", ""))
                        .filter(file -> file.matches(".*/lib(cu|nccl|nv|torch|c10)[^/]*\\.so.*"))
                        .distinct()
                        .forEach(file -> System.out.println("Loaded: " + file));
            }
        }
    }

    private void agreement() {
        GpuTraining training = new GpuTraining(backend, network(20), BATCH);
        ModelState start = training.after(0, true);
        double moved = training.difference(training.after(1, true), start);
        report(moved > 0 && moved < 1, "one eager step moves the weights by at most %g", moved);
        ModelState eager = training.after(COMPARED, true);
        double again = training.difference(training.after(COMPARED, true), eager);
        report(again == 0, "%d eager steps come to the same bits twice (largest difference %g)", COMPARED, again);
        // Where a capture fails, steps are taken one by one, and would agree with themselves.
        report(training.captures(), "a step is captured as a graph and replayed");
        double captured = training.difference(training.after(COMPARED, false), eager);
        report(
                captured == 0,
                "%d captured steps come to the bits of eager ones (largest difference %g)",
                COMPARED,
                captured);
    }

    private void speed() throws InterruptedException {
        GpuTraining training = new GpuTraining(backend, network(56), BATCH);
        double eager = training.imagesPerSecond(1, STEPS, true);
        double captured = training.imagesPerSecond(1, STEPS, false);
        report(
                captured >= AT_LEAST * eager,
                "ResNet-56 of scale paper trains on %.0f images/s captured and %.0f eager: %.1f times as many, of at least %.0f",
                captured,
                eager,
                captured / eager,
                AT_LEAST);
        double best = captured;
        for (int runs : new int[] {2, 4, 8}) {
            double together = training.imagesPerSecond(runs, STEPS, false);
            report(together > 0, "%d runs at once: %.0f images/s together", runs, together);
            best = Math.max(best, together);
        }
        double images = 0;
        for (int depth : DEPTHS) {
            // The work of a network of this family grows with its depth.
            images += ITERATIONS * BATCH * depth / 56.0;
        }
        System.out.printf(
                Locale.ROOT,
                "At that speed one seed of each of %d ResNets of Table 6 takes %.1f hours at scale paper%n",
                DEPTHS.length,
                images / best / 3600);
    }

    private void report(boolean pass, String sentence, Object... values) {
        passed &= pass;
        System.out.println((pass ? "PASS " : "FAIL ") + String.format(Locale.ROOT, sentence, values));
    }

    private static Network network(int depth) {
        return CifarNetworks.residual(depth, Shortcut.A).build(new Shape(3, 32, 32), 16, 10);
    }
}
