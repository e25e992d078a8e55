package org.resnetclaims.examinations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.Split;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Parameter;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.ModelState;
import org.resnetclaims.training.StateDict;

/**
 * What identity blocks do to a network (Section 3.1): the deeper network of the two takes over the parameters of the
 * shallower one, and its additional blocks hand on what they are given.
 */
public record ConstructedSolution(Split split) implements Examination {

    /** How far the probability of a class moves at most, over all images. */
    public static final String CHANGE = "change";

    public ConstructedSolution {
        Objects.requireNonNull(split, "predictions are of no part of the data");
    }

    @Override
    public Findings examine(Model model, Dataset data) {
        throw new IllegalArgumentException("%s needs a network and a deeper one of its family".formatted(this));
    }

    /** @param models a network, and one with the same blocks and more */
    @Override
    public Findings examine(List<Model> models, Dataset data) {
        if (models.size() != 2) {
            return examine(models.get(0), data);
        }
        Model shallow = models.get(0);
        Model deep = models.get(1);
        ModelState given = deep.state();
        try {
            deep.restore(new ModelState(construct(deep.network(), given.parameters(), shallow), given.velocities()));
            Probabilities probabilities =
                    new Probabilities(data.images(split), data.training().mean());
            return Findings.of(CHANGE, furthest(probabilities.of(shallow), probabilities.of(deep)));
        } finally {
            deep.restore(given);
        }
    }

    private static StateDict construct(Network deep, StateDict drawn, Model shallow) {
        Map<String, Parameter> known =
                shallow.network().parameters().stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
        StateDict trained = shallow.state().parameters();
        Map<String, float[]> taken = new LinkedHashMap<>();
        for (Parameter parameter : deep.parameters()) {
            Parameter theirs = known.get(parameter.name());
            taken.put(parameter.name(), theirs == null ? drawn.get(parameter) : trained.get(theirs));
        }
        Set<String> blocks = new BlockIdentity(shallow.network()).names();
        BlockIdentity identity = new BlockIdentity(deep);
        Set<String> added = identity.blocks().stream()
                .filter(block -> !blocks.contains(block))
                .collect(Collectors.toSet());
        return identity.without(added, new StateDict(taken));
    }

    private static double furthest(double[][] one, double[][] other) {
        double furthest = 0;
        for (int image = 0; image < one.length; image++) {
            for (int i = 0; i < one[image].length; i++) {
                furthest = Math.max(furthest, Math.abs(one[image][i] - other[image][i]));
            }
        }
        return furthest;
    }
}
