package org.resnetclaims.dl4j;

import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;
import org.resnetclaims.training.Engine;
import org.resnetclaims.training.EngineContract;

/** The engine on a network whose branches begin at 0. */
class Dl4jSkipInitTest extends EngineContract {

    @Override
    protected Engine engine() {
        return new Dl4jEngine();
    }

    @Override
    protected Network network(Shape input, int classes) {
        return CifarNetworks.residual(8).withSkipInit().build(input, 4, classes);
    }
}
