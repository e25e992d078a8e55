package org.resnetclaims.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.training.Checkpoints;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineContract;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.EngineSettings;
import org.resnetclaims.training.Precision;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Trainer;
import org.resnetclaims.training.UnusableBackendException;

class Dl4jEngineTest extends EngineContract {

    @Override
    protected Engine engine() {
        return new Dl4jEngine();
    }

    @Override
    protected Network network(Shape input, int classes) {
        return CifarNetworks.residual(8, Shortcut.B).build(input, 4, classes);
    }

    @Test
    void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(Engine.class)).hasAtLeastOneElementOfType(Dl4jEngine.class);
    }

    @Test
    void it_refuses_to_compute_less_than_fully() {
        assertThat(engine().with(EngineSettings.DEFAULT).description()).isEqualTo(engine().description());
        assertThatThrownBy(() -> engine().with(new EngineSettings(Precision.TF32, List.of())))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage("The engine deeplearning4j computes in full precision only: leave out -Dprecision=tf32,"
                        + " or train on an NVIDIA GPU with -Dengine=libtorch");
    }

    @Test
    void it_names_what_decides_the_bits_of_an_outcome() {
        EngineDescription engine = engine().description();
        assertThat(engine.name()).isEqualTo("deeplearning4j");
        assertThat(engine.version()).isEqualTo("1.0.0-M2.1");
        assertThat(engine.backend()).isEqualTo("cpu");
        assertThat(engine.binary()).matches("nd4j-native, oneDNN 3[.0-9]+ on \\S+, OpenBLAS 0[-.0-9]+");
    }

    /** What makes plain and residual networks fair to compare: they differ by their shortcuts and by nothing else. */
    @Test
    void a_network_with_its_shortcuts_cut_is_the_plain_one_to_the_bit() {
        for (Architecture[] twins : new Architecture[][] {
            {CifarNetworks.residual(8).withoutShortcuts(), CifarNetworks.plain(8)},
            {ImageNetNetworks.residual(18).withoutShortcuts(), ImageNetNetworks.plain(18)}
        }) {
            assertThat(outcome(twins[0]).hasSameBitsAs(outcome(twins[1])))
                    .as(twins[1].name())
                    .isTrue();
        }
        assertThat(outcome(CifarNetworks.residual(8)).hasSameBitsAs(outcome(CifarNetworks.plain(8))))
                .isFalse();
    }

    private RunOutcome outcome(Architecture architecture) {
        Network network = architecture.build(DATA.description().image(), 4, 10);
        Recipe recipe = new Recipe(0.05, List.of(6), 0.9, 1e-4, 32, 12, new Augmentation(1, true));
        Run run = new Run(network, DATA.description(), recipe, 3);
        return new Trainer(engine())
                .train(run, DATA, Checkpoints.NONE, iterations -> {})
                .outcome();
    }
}
