package org.resnetclaims.laboratory.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources while the tests run. */
final class Compilation {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    // Opens the class path once for all.
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private Compilation() {}

    /**
     * A loader that finds the compiled classes before those of the class path that have the same names.
     *
     * @param folder for the class files
     * @param sources by their paths in a source folder, such as {@code org/resnetclaims/data/Batches.java}
     * @param options of the compiler
     */
    static ClassLoader of(Path folder, Map<String, String> sources, String... options) throws MalformedURLException {
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(source(path, text)));
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                folder.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "--release",
                "17",
                "-proc:none"));
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        assertThat(COMPILER.getTask(out, FILES, null, arguments, null, files).call())
                .as(out.toString())
                .isTrue();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Compilation.class.getClassLoader()) {
            @Override
            public URL getResource(String name) {
                URL compiled = findResource(name);
                return compiled == null ? super.getResource(name) : compiled;
            }
        };
    }

    private static JavaFileObject source(String path, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
