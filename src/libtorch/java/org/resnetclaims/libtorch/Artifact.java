package org.resnetclaims.libtorch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A library on the class path. */
final class Artifact {

    private Artifact() {}

    /** As Maven wrote it into the jar. */
    static String version(String name) {
        String place = "/META-INF/maven/%s/pom.properties".formatted(name);
        try (InputStream stream = Artifact.class.getResourceAsStream(place)) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the version of " + name, e);
        }
    }
}
