package org.resnetclaims.laboratory.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;
import org.resnetclaims.files.Sha256;

/**
 * The code that can decide the bits of an outcome: an outcome of older code must not pass for one of the code at hand.
 * That is the classes of the suite that can be reached by reference from those which do the work, each in its
 * {@link NormalForm}. Code that the work never touches, such as downloads and charts, does not count, nor do comments,
 * line numbers and the texts of exceptions. Where that is not clear the code counts, which costs only time.
 *
 * <p>Libraries and native binaries do not count here; an engine names its own.
 */
public final class CodeFingerprint {

    private static final String SUITE = "org/resnetclaims/";

    private CodeFingerprint() {}

    /** By their roots: the class files of a process stay what they are while it runs. */
    private static final Map<Set<Class<?>>, String> KNOWN = new ConcurrentHashMap<>();

    /**
     * SHA-256, in hex, of the code of these classes and of all that they can reach; the order of the roots is of no
     * matter. Pass the concrete class of whatever they are given as an interface, such as images, as a root too: it
     * cannot be found by reference.
     *
     * @throws IllegalStateException if a class has no class file, as that of a lambda
     */
    public static String of(List<Class<?>> roots) {
        return KNOWN.computeIfAbsent(Set.copyOf(roots), any -> of(CodeFingerprint.class.getClassLoader(), roots));
    }

    /** @param loader where the class files are, which may differ from those of {@code roots} */
    static String of(ClassLoader loader, List<Class<?>> roots) {
        Sha256 sum = new Sha256();
        // The length keeps neighbours apart in the sum.
        closure(loader, roots).forEach((name, code) -> sum.add("%s %d;".formatted(name, code.length))
                .add(code));
        return sum.hex();
    }

    /** The normal forms of all that can be reached, by the internal names of the classes. */
    static SortedMap<String, byte[]> closure(ClassLoader loader, List<Class<?>> roots) {
        ClassFiles files = new ClassFiles(loader);
        Predicate<String> own = ownClasses(roots);
        SortedMap<String, byte[]> closure = new TreeMap<>();
        Deque<String> waiting =
                roots.stream().map(Type::getInternalName).collect(Collectors.toCollection(ArrayDeque::new));
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (!closure.containsKey(name)) {
                NormalForm form = NormalForm.of(name, files);
                closure.put(name, form.code());
                form.references().stream().filter(own).forEach(waiting::add);
            }
        }
        return closure;
    }

    /** Those of the suite, and of the packages of the roots, which may lie beside a claim. */
    private static Predicate<String> ownClasses(List<Class<?>> roots) {
        Set<String> folders = roots.stream()
                .map(Type::getInternalName)
                .map(CodeFingerprint::folder)
                .collect(Collectors.toSet());
        return name -> name.startsWith(SUITE) || folders.contains(folder(name));
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }
}
