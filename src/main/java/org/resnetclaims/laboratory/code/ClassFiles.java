package org.resnetclaims.laboratory.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;

/** The class files that a class loader finds, by the internal names of the classes. */
final class ClassFiles {

    private static final String THROWABLE = "java/lang/Throwable";

    private final ClassLoader loader;
    private final Map<String, Boolean> throwables = new HashMap<>();

    ClassFiles(ClassLoader loader) {
        this.loader = loader;
    }

    /** @throws IllegalStateException if there is none */
    ClassReader read(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "The class %s has no class file to compare its code by: write it as a class of its own rather than as a lambda, and check the class path"
                                .formatted(name.replace('/', '.'))));
    }

    /** Whether a class is known to extend {@link Throwable}. */
    boolean isThrowable(String name) {
        Boolean known = throwables.get(name);
        if (known == null) {
            known = name.equals(THROWABLE)
                    || find(name)
                            .map(ClassReader::getSuperName)
                            .filter(this::isThrowable)
                            .isPresent();
            throwables.put(name, known);
        }
        return known;
    }

    private Optional<ClassReader> find(String name) {
        try (InputStream file = loader.getResourceAsStream(name + ".class")) {
            return file == null ? Optional.empty() : Optional.of(new ClassReader(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the class file of " + name.replace('/', '.'), e);
        }
    }
}
