package org.resnetclaims.laboratory.code;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods of a class in an order that no compiler chooses: by their names, but the bodies of lambdas, which
 * compilers number in different ways, where they are first used. Those are named by their place in this order.
 */
final class MethodOrder {

    private static final String LAMBDA = "lambda$";

    private final SortedMap<String, MethodNode> unordered = new TreeMap<>();
    private final Map<String, MethodNode> ordered = new LinkedHashMap<>();
    private final Map<String, String> lambdas = new HashMap<>();

    MethodOrder(ClassNode node) {
        node.methods.forEach(method -> unordered.put(method.name + method.desc, method));
        unordered.keySet().stream().filter(key -> !key.startsWith(LAMBDA)).forEach(this::add);
        // Those that nothing uses, should there be any.
        unordered.keySet().forEach(this::add);
    }

    List<MethodNode> methods() {
        return List.copyOf(ordered.values());
    }

    /** What a method of the class is called here. */
    String name(String method, String descriptor) {
        return lambdas.getOrDefault(method + descriptor, method);
    }

    private void add(String key) {
        MethodNode method = unordered.get(key);
        if (method == null || ordered.putIfAbsent(key, method) != null) {
            return;
        }
        if (key.startsWith(LAMBDA)) {
            lambdas.put(key, LAMBDA + ordered.size());
        }
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof InvokeDynamicInsnNode call) {
                Stream.of(call.bsmArgs)
                        .filter(Handle.class::isInstance)
                        .map(Handle.class::cast)
                        .map(handle -> handle.getName() + handle.getDesc())
                        .filter(name -> name.startsWith(LAMBDA))
                        .forEach(this::add);
            }
        }
    }
}
