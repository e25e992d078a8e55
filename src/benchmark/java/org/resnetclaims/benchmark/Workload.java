package org.resnetclaims.benchmark;

import java.util.List;
import org.resnetclaims.data.Augmentation;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;

/** What is trained: three networks at the size of the quick scale, and one at the size of the paper's images. */
enum Workload {
    PLAIN_20(CifarNetworks.plain(20), 8, Images.EMBEDDED),
    PLAIN_56(CifarNetworks.plain(56), 8, Images.EMBEDDED),
    RESNET_56(CifarNetworks.residual(56), 8, Images.EMBEDDED),
    RESNET_20(CifarNetworks.residual(20), 16, Images.RANDOM);

    static final int BATCH = 64;

    private final Architecture architecture;
    private final int width;
    private final Images images;

    Workload(Architecture architecture, int width, Images images) {
        this.architecture = architecture;
        this.width = width;
        this.images = images;
    }

    String network() {
        return architecture.name();
    }

    int width() {
        return width;
    }

    Images images() {
        return images;
    }

    /** A run that goes on for longer than anybody measures. */
    Run run(Dataset data, long seed) {
        Network network = architecture.build(
                data.description().image(), width, data.description().classes());
        Recipe recipe = new Recipe(0.1, List.of(), 0.9, 1e-4, BATCH, Integer.MAX_VALUE, Augmentation.NONE);
        return new Run(network, data.description(), recipe, seed);
    }
}
