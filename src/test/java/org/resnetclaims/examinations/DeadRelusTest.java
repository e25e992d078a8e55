package org.resnetclaims.examinations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.data.readers.Datasets;
import org.resnetclaims.dl4j.Dl4jEngine;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.InitialState;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.StateDict;

/** The worked example of CONTRIBUTING.md. */
class DeadRelusTest {

    private static final Path FILE = Path.of("src/test/java/org/resnetclaims/examinations/DeadRelus.java");

    private static final Dataset DATA =
            Datasets.load("fashion-mnist", Path.of("datasets", "fashion-mnist")).reduced(40, 40, 4);

    @Test
    void contributing_shows_the_example_as_it_is_tested() throws IOException {
        assertThat(Files.readString(Path.of("CONTRIBUTING.md"))).contains("```java\n" + Files.readString(FILE) + "```");
    }

    /** A shift far below all that a normalised channel yields lets nothing through. */
    @Test
    void the_share_of_dead_channels_is_that_of_channels_shifted_far_down() {
        Network network = CifarNetworks.plain(8).build(DATA.description().image(), 4, 10);
        Recipe recipe = new Recipe(0.1, List.of(), 0.9, 1e-4, 20, 1, Augmentation.NONE);
        ModelState drawn = InitialState.draw(network, 1);
        try (Model model = new Dl4jEngine().create(network, recipe)) {
            model.restore(new ModelState(shifted(network, drawn.parameters()), drawn.velocities()));

            Findings findings = new DeadRelus(Split.TEST).examine(model, DATA);

            List<Double> expected =
                    new ArrayList<>(Collections.nCopies(findings.rows().size(), 0.0));
            expected.set(findings.rows().indexOf("stage1.block1.relu1"), 0.75);
            assertThat(findings.column("dead")).isEqualTo(expected);
        }
    }

    private static StateDict shifted(Network network, StateDict drawn) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            float[] values = drawn.get(parameter).clone();
            if (parameter.name().equals("stage1.block1.bn1.shift")) {
                values = new float[] {-1000, -1000, 0, -1000};
            }
            arrays.put(parameter.name(), values);
        }
        return new StateDict(arrays);
    }
}
