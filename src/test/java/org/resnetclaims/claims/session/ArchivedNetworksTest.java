package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.claims.Protocol;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.judging.Seeds;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.examinations.GradientNorms;
import org.resnetclaims.examinations.TopOneError;
import org.resnetclaims.laboratory.SimulatedExecutor;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Run;

class ArchivedNetworksTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void the_networks_of_the_last_session_are_examined_without_training() {
        Workplace before = workplace();
        try (Session session = before.open(NOWHERE)) {
            for (int k = 0; k < 3; k++) {
                session.laboratory()
                        .submit(run(before, CifarNetworks.plain(20), k))
                        .join();
            }
        }
        Workplace after = workplace();

        examine(after, CifarNetworks.plain(20));

        assertThat(((SimulatedExecutor) after.executor()).trained()).isEmpty();
        assertThat(printed.toString().lines())
                .containsExactly(
                        "| network | seed | of | networks |",
                        "|---|---|---|---|",
                        "| plain-20 | 1000 | networks | 1.0000 |",
                        "| plain-20 | 1001 | networks | 1.0000 |",
                        "| plain-20 | 1002 | networks | 1.0000 |");
    }

    /** A claim may have had the same network trained in another way too. */
    @Test
    void those_are_examined_that_were_trained_as_the_scale_has_it() {
        Workplace before = workplace();
        Run usual = run(before, CifarNetworks.plain(20), 0);
        try (Session session = before.open(NOWHERE)) {
            session.laboratory().submit(usual).join();
            session.laboratory()
                    .submit(new Run(
                            usual.network(), usual.data(), usual.recipe().atRate(0.1), usual.seed()))
                    .join();
        }

        examine(workplace(), CifarNetworks.plain(20));

        assertThat(printed.toString().lines()).hasSize(3).endsWith("| plain-20 | 1000 | networks | 1.0000 |");
    }

    @Test
    void a_network_that_was_never_trained_is_refused() {
        assertThatThrownBy(() -> examine(workplace(), CifarNetworks.plain(20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "%s has no plain-20 of scale quick that this code has trained: mvn verify trains what claims are about, and -Dscale and -Dseeds name others",
                        folder.resolve("archive"));
    }

    @Test
    void an_examination_is_found_by_its_short_or_full_name() {
        assertThat(ArchivedNetworks.examination("TopOneError", "test")).isEqualTo(new TopOneError(Split.TEST));
        assertThat(ArchivedNetworks.examination("org.resnetclaims.examinations.GradientNorms", "training"))
                .isEqualTo(new GradientNorms(Split.TRAINING));
        assertThat(ArchivedNetworks.examination(OfAnAuthor.class.getName(), "test"))
                .isEqualTo(new OfAnAuthor(Split.TEST));
    }

    @Test
    void what_is_no_examination_is_refused() {
        assertThatThrownBy(() -> ArchivedNetworks.examination("DeadRelu", "test"))
                .hasMessage(
                        "there is no examination org.resnetclaims.examinations.DeadRelu: set -Dexamine to one of the "
                                + "package examinations, or to the full name of a record");
        assertThatThrownBy(() -> ArchivedNetworks.examination("java.lang.String", "test"))
                .hasMessageStartingWith("there is no examination java.lang.String");
        assertThatThrownBy(() -> ArchivedNetworks.examination(OfTwoNumbers.class.getName(), "test"))
                .hasMessageEndingWith("OfTwoNumbers is no record of a split alone: examine it from a claim instead");
        assertThatThrownBy(() -> ArchivedNetworks.examination("TopOneError", "tset"))
                .hasMessage("there is no split \"tset\": set -Dexamine.split to training or test");
    }

    private void examine(Workplace workplace, Architecture network) {
        new ArchivedNetworks(workplace)
                .examine(List.of(network), new TopOneError(Split.TEST), new PrintStream(printed, true), NOWHERE);
    }

    private Workplace workplace() {
        return SimulatedWorkplace.in(folder, folder.resolve("results"), 2);
    }

    private static Run run(Workplace workplace, Architecture architecture, int k) {
        Protocol protocol = Scale.QUICK.protocol(architecture).orElseThrow();
        var data = workplace.data().description();
        return new Run(protocol.build(architecture, data), data, protocol.recipe(), new Seeds(0).seed(k));
    }

    private record OfAnAuthor(Split split) implements Examination {

        @Override
        public Findings examine(Model model, Dataset data) {
            throw new UnsupportedOperationException();
        }
    }

    private record OfTwoNumbers(int one, int two) implements Examination {

        @Override
        public Findings examine(Model model, Dataset data) {
            throw new UnsupportedOperationException();
        }
    }
}
