package org.resnetclaims.laboratory;

import java.util.List;
import org.resnetclaims.training.Run;

/**
 * What a claim asks for at one of its looks.
 *
 * @param seeds of each arm, those of earlier looks among them
 * @param runs those that it has not asked for at an earlier look
 */
public record Look(int seeds, List<Run> runs) {

    public Look {
        runs = List.copyOf(runs);
    }
}
