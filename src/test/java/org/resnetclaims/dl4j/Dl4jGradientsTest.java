package org.resnetclaims.dl4j;

import org.resnetclaims.training.Engine;
import org.resnetclaims.training.GradientsContract;

class Dl4jGradientsTest extends GradientsContract {

    @Override
    protected Engine engine() {
        return new Dl4jEngine();
    }
}
