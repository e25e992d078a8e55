package org.resnetclaims.claims.preflight;

import java.util.List;
import org.resnetclaims.claims.Protocol;
import org.resnetclaims.claims.Scale;
import org.resnetclaims.claims.session.InvalidSettingException;
import org.resnetclaims.claims.session.Workplace;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shape;

/** Refuses to start what the machine has no memory for, since native code out of memory takes the whole JVM with it. */
final class MemoryCheck {

    private static final long BYTES_PER_MIB = 1 << 20;
    private static final int BYTES_PER_NUMBER = 4;
    // The outputs of all layers are kept for the backward pass, which computes a gradient of the same size for each.
    private static final long COPIES = 2;

    /** The largest networks that claims train, one of each family. */
    private static final List<Architecture> LARGEST =
            List.of(CifarNetworks.residual(110), ImageNetNetworks.residual(34));

    private MemoryCheck() {}

    /** @throws InvalidSettingException if the parallel runs would not fit */
    static void check(Workplace workplace, long memoryMiB) {
        Scale scale = workplace.settings().scale();
        int runs = workplace.parallelRuns();
        long needed = heapMiB() + runs * perRunMiB(scale, workplace.data().description());
        if (needed > memoryMiB) {
            throw new InvalidSettingException(
                    "Scale %s with %d parallel runs needs about %d MiB of memory, but this machine has %d MiB: set a lower -DparallelRuns or -Dheap, or a smaller -Dscale"
                            .formatted(scale, runs, needed, memoryMiB));
        }
    }

    // The build gives the claims the same heap as this process.
    private static long heapMiB() {
        return Runtime.getRuntime().maxMemory() / BYTES_PER_MIB;
    }

    private static long perRunMiB(Scale scale, DatasetDescription data) {
        return LARGEST.stream()
                .flatMap(architecture -> scale
                        .protocol(architecture)
                        .map(protocol -> perRunMiB(protocol, protocol.build(architecture, data)))
                        .stream())
                .max(Long::compare)
                .orElse(0L);
    }

    private static long perRunMiB(Protocol protocol, Network network) {
        long activations =
                network.shapes().values().stream().mapToLong(Shape::size).sum();
        return 1 + COPIES * BYTES_PER_NUMBER * protocol.recipe().batchSize() * activations / BYTES_PER_MIB;
    }
}
