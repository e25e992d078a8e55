package org.resnetclaims.training;

import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;

/** What the loop asks of an engine can be given in plain Java. */
class LinearEngineTest extends EngineContract {

    @Override
    protected Engine engine() {
        return new LinearEngine();
    }

    @Override
    protected Network network(Shape input, int classes) {
        return LinearEngine.network(input, classes);
    }
}
