package org.resnetclaims.libtorch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.bytedeco.pytorch.global.torch;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Batches;
import org.resnetclaims.data.ComputedImages;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineSettings;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Precision;
import org.resnetclaims.training.Recipe;

/**
 * Trains on stand-ins for NVIDIA's libraries, in a JVM of its own, and writes into their log where it stands. Without
 * cuDNN: what that answers cannot be made up.
 */
final class StandInRun {

    private static final int STEPS = 6;

    private final Engine engine;
    private final Path log;
    private final Network network = CifarNetworks.residual(8, Shortcut.B).build(new Shape(3, 8, 8), 4, 10);
    private final Recipe recipe = new Recipe(0.1, List.of(), 0.9, 1e-4, 16, STEPS, new Augmentation(1, true));
    private final ComputedImages images = new ComputedImages(network.input(), 64, 10);
    private final Batches batches = new Batches(images, images.mean(), recipe.augmentation(), recipe.batchSize(), 1);

    private StandInRun(Engine engine, Path log) {
        this.engine = engine;
        this.log = log;
    }

    /** @param arguments the folder of the stand-ins, their log, and how many runs at once */
    public static void main(String[] arguments) throws InterruptedException {
        EngineSettings settings = new EngineSettings(Precision.FULL, List.of(Path.of(arguments[0])));
        Engine engine = new LibtorchEngine().with(settings);
        System.out.println(engine.description());
        torch.globalContext().setUserEnabledCuDNN(false);
        StandInRun run = new StandInRun(engine, Path.of(arguments[1]));
        if (arguments[2].equals("1")) {
            run.train();
        } else {
            Thread[] threads = {new Thread(run::train), new Thread(run::train)};
            for (Thread thread : threads) {
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        System.out.println("Trained");
    }

    private void train() {
        try (Model model = engine.create(network, recipe)) {
            model.restore(InitialState.draw(network, 1));
            for (int i = 0; i < STEPS; i++) {
                tell("step " + i);
                model.step(batches.at(i), 0.1);
            }
            tell("score");
            System.out.println(model.score());
            tell("logits");
            model.logits(new float[16 * 3 * 8 * 8]);
            tell("step " + STEPS);
            model.step(batches.at(STEPS), 0.01);
            tell("state");
            model.state();
            tell("close");
        }
        tell("closed");
    }

    private void tell(String stage) {
        try {
            Files.writeString(log, "# " + stage + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
