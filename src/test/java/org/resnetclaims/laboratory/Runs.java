package org.resnetclaims.laboratory;

import java.util.List;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;

/** Runs that nobody really trains. */
final class Runs {

    private static final DatasetDescription DATA =
            new DatasetDescription("simulated", new Shape(1, 8, 8), 10, 100, 100, "none");
    private static final Recipe RECIPE = new Recipe(0.1, List.of(), 0.9, 0, 8, 10, Augmentation.NONE);

    private Runs() {}

    static Run plain(int depth, long seed) {
        return new Run(CifarNetworks.plain(depth).build(DATA.image(), 2, 10), DATA, RECIPE, seed);
    }
}
