package org.resnetclaims.claims.session;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the suite lies, whatever folder it is started from. */
public final class Project {

    /** The folder of {@code pom.xml} above the compiled classes; without one, the folder that the user stands in. */
    public static final Path FOLDER =
            above(classes()).orElseGet(() -> Path.of("").toAbsolutePath());

    private Project() {}

    private static Optional<Path> above(Path place) {
        return Stream.iterate(place, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .findFirst();
    }

    private static Path classes() {
        try {
            return Path.of(Project.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path holds a folder whose name is no URI", e);
        }
    }
}
