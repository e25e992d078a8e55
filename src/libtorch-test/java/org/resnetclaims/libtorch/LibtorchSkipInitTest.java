package org.resnetclaims.libtorch;

import org.junit.jupiter.api.condition.EnabledIf;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineContract;

/** The engine on a network whose branches begin at 0. */
@EnabledIf("org.resnetclaims.libtorch.TorchNatives#load")
class LibtorchSkipInitTest extends EngineContract {

    @Override
    protected Engine engine() {
        return new LibtorchEngine();
    }

    @Override
    protected Network network(Shape input, int classes) {
        return CifarNetworks.residual(8).withSkipInit().build(input, 4, classes);
    }
}
