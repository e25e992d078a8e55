package org.resnetclaims.report;

import java.util.ArrayList;
import java.util.List;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.training.EngineDescription;

/** The command that judges one claim alone, with every setting that decides what comes out. */
final class Command {

    private static final String LIBTORCH = "libtorch";
    private static final String EMBEDDED = "fashion-mnist";
    private static final int EMBEDDED_IMAGES = 10_000;
    private static final String CIFAR_10 = "cifar-10";

    private Command() {}

    /** Where images lie is known to their owner alone: {@code FOLDER} stands for it. */
    static String of(String claim, SessionRecord session) {
        List<String> words =
                new ArrayList<>(List.of("mvn", "verify", "-Dclaim=" + claim, "-Dscale=" + session.scale()));
        words.addAll(data(session.dataset()));
        words.addAll(engine(session.engine()));
        if (session.seeds() != 0) {
            words.add("-Dseeds=" + session.seeds());
        }
        if (session.costly()) {
            words.add("-Dcostly=true");
        }
        return String.join(" ", words);
    }

    private static List<String> data(DatasetDescription data) {
        return switch (data.name()) {
            // All that there are of it, from where they are fetched to; the embedded ones are the first of each class.
            case EMBEDDED ->
                data.trainingImages() > EMBEDDED_IMAGES
                        ? List.of("-Ddataset.dir=datasets/cache/" + EMBEDDED)
                        : List.of();
            case CIFAR_10 -> List.of("-Ddataset=" + CIFAR_10);
            default -> {
                String format = List.of(EMBEDDED, CIFAR_10).stream()
                        .filter(data::isUnverified)
                        .findFirst()
                        .orElse(data.name());
                yield List.of("-Ddataset=" + format, "-Ddataset.dir=FOLDER");
            }
        };
    }

    private static List<String> engine(EngineDescription engine) {
        boolean cuda = engine.backend().equals("cuda");
        if (!engine.name().equals(LIBTORCH)) {
            return cuda ? List.of("-Pcuda") : List.of();
        }
        List<String> words = new ArrayList<>(List.of(cuda ? "-Plibtorch-cuda" : "-Plibtorch", "-Dengine=" + LIBTORCH));
        // The engine says so of itself, since it decides bits.
        if (engine.binary().endsWith("TF32")) {
            words.add("-Dprecision=tf32");
        }
        return words;
    }
}
