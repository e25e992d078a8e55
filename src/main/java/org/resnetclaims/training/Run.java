package org.resnetclaims.training;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.files.Sha256;
import org.resnetclaims.network.Network;

/** One training of one network from one seed: everything that decides the outcome, apart from the engine. */
public record Run(Network network, DatasetDescription data, Recipe recipe, long seed) implements Serializable {

    /** Kept, since every look at an arm asks for them, and the text of 110 layers takes long to write and to hash. */
    private static final Map<Network, String> IDENTITIES = Collections.synchronizedMap(new WeakHashMap<>());

    /** Multiply-adds of all forward passes, which is what runs differ by in length. */
    public double work() {
        return (double) network.cost().multiplyAdds() * recipe.batchSize() * recipe.iterations();
    }

    /** SHA-256, in hex, of all components; equal runs have equal identities in every JVM. */
    public String identity() {
        return identity(networkIdentity(), data, recipe, seed);
    }

    /** SHA-256, in hex, of the network. */
    public String networkIdentity() {
        // The text of nested records names every component and its value, so it is a canonical form.
        return IDENTITIES.computeIfAbsent(network, described -> Sha256.of(described.toString()));
    }

    /** That of a run whose network is known by its own identity alone, as in a record. */
    public static String identity(String network, DatasetDescription data, Recipe recipe, long seed) {
        return Sha256.of("%s, %s, %s, seed %d".formatted(network, data, recipe, seed));
    }
}
