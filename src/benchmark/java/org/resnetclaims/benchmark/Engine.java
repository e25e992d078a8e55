package org.resnetclaims.benchmark;

import java.util.ServiceLoader;
import org.resnetclaims.training.EngineDescription;

/** What trains. */
enum Engine {
    /** Deeplearning4j's own layers. */
    STOCK("stock") {
        @Override
        TrainingLoop loop() {
            return new StockLoop();
        }
    },

    /** This suite's engine on Deeplearning4j. */
    SUITE("suite") {
        @Override
        TrainingLoop loop() {
            return new SuiteLoop(named("deeplearning4j"));
        }
    },

    /** That on libtorch. */
    LIBTORCH("libtorch") {
        @Override
        TrainingLoop loop() {
            return new SuiteLoop(named("libtorch"));
        }
    };

    private final String label;

    Engine(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract TrainingLoop loop();

    /** What one of the suite's engines says of itself. */
    static EngineDescription description(String name) {
        return named(name).description();
    }

    private static org.resnetclaims.training.Engine named(String name) {
        return ServiceLoader.load(org.resnetclaims.training.Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no engine %s: start the benchmark with the profile -Plibtorch, or -Plibtorch-cuda on an NVIDIA GPU"
                                .formatted(name)));
    }
}
