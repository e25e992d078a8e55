package org.resnetclaims.claims;

import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Recipe;

/**
 * How large a family of networks is at a scale, and how it is trained.
 *
 * @param width filters of the first stage
 */
public record Protocol(int width, Recipe recipe) {

    /** The network at this size, for images and classes of these data. */
    public Network build(Architecture architecture, DatasetDescription data) {
        return architecture.build(data.image(), width, data.classes());
    }
}
