package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;

class CodeFingerprintTest {

    @TempDir
    private Path folder;

    @Test
    void is_the_same_however_often_it_is_taken() {
        assertThat(fingerprint(new SimulatedExecutor(run -> 1)))
                .isEqualTo(fingerprint(new SimulatedExecutor(run -> 2)));
    }

    @Test
    void depends_on_the_code_of_the_trainer() {
        assertThat(fingerprint(new SimulatedExecutor(run -> 1))).isNotEqualTo(CodeFingerprint.of(List.of(Run.class)));
    }

    @Test
    void is_the_same_for_class_files_and_for_a_jar_of_them() throws Exception {
        Path jar = jar(classFile(Run.class), classFile(Recipe.class));
        Path classes = folder.resolve("classes");
        for (Class<?> type : List.of(Run.class, Recipe.class)) {
            Path copy = classes.resolve(name(type));
            Files.createDirectories(copy.getParent());
            Files.copy(classFile(type), copy);
        }

        assertThat(inIsolation(jar)).isEqualTo(inIsolation(classes));
    }

    @Test
    void changes_with_a_single_byte_of_a_class_file() throws Exception {
        Path classes = folder.resolve("classes");
        for (Class<?> type : List.of(Run.class, Recipe.class)) {
            Path copy = classes.resolve(name(type));
            Files.createDirectories(copy.getParent());
            Files.copy(classFile(type), copy);
        }
        String before = inIsolation(classes);
        Path recipe = classes.resolve(name(Recipe.class));
        byte[] code = Files.readAllBytes(recipe);
        code[code.length - 1]++;
        Files.write(recipe, code);

        assertThat(inIsolation(classes)).isNotEqualTo(before);
    }

    private static String fingerprint(SimulatedExecutor executor) {
        return CodeFingerprint.of(executor.code());
    }

    private static String inIsolation(Path source) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {source.toUri().toURL()}, null)) {
            return CodeFingerprint.of(List.of(loader.loadClass(Run.class.getName())));
        }
    }

    private Path jar(Path... classFiles) throws IOException {
        Path jar = folder.resolve("suite.jar");
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Path inside = files.getPath("/", Run.class.getPackageName().replace('.', '/'));
            Files.createDirectories(inside);
            for (Path file : classFiles) {
                Files.copy(file, inside.resolve(file.getFileName().toString()));
            }
        }
        return jar;
    }

    private static Path classFile(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .resolve(name(type));
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }
}
