package org.resnetclaims.laboratory.code;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * A class reduced to what can decide the bits of an outcome: what it inherits, its fields, and its methods by the
 * instruction. Two class files with one normal form compute the same.
 *
 * <p>Left out are what debuggers read (lines, names of variables and parameters, the source file), what checkers of
 * null read (annotations of types), the texts of exceptions, and what compilers are free to choose: the order of
 * methods, of permitted subclasses and of constants, and the numbers of lambdas.
 *
 * @param code in the format of a class file, to be compared and not to be run
 * @param references internal names of all classes that it mentions
 */
record NormalForm(byte[] code, Set<String> references) {

    static NormalForm of(String name, ClassFiles files) {
        ClassNode node = new ClassNode();
        files.read(name).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        new ExceptionTexts(files).removeFrom(node);
        removeTypeAnnotations(node);
        // Repeats how other classes are declared, in an order that says nothing.
        node.innerClasses.clear();
        if (node.permittedSubclasses != null) {
            Collections.sort(node.permittedSubclasses);
        }
        MethodOrder order = new MethodOrder(node);
        node.methods = order.methods();

        Set<String> references = new HashSet<>();
        // Writes a new table of constants, in the order of their use.
        ClassWriter writer = new ClassWriter(0);
        node.accept(new ClassRemapper(writer, new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String type) {
                references.add(type);
                return type;
            }

            @Override
            public String mapMethodName(String owner, String method, String descriptor) {
                return owner.equals(node.name) ? order.name(method, descriptor) : method;
            }
        }));
        return new NormalForm(writer.toByteArray(), references);
    }

    private static void removeTypeAnnotations(ClassNode node) {
        node.visibleTypeAnnotations = null;
        node.invisibleTypeAnnotations = null;
        node.fields.forEach(field -> {
            field.visibleTypeAnnotations = null;
            field.invisibleTypeAnnotations = null;
        });
        node.methods.forEach(method -> {
            method.visibleTypeAnnotations = null;
            method.invisibleTypeAnnotations = null;
        });
        if (node.recordComponents != null) {
            node.recordComponents.forEach(component -> {
                component.visibleTypeAnnotations = null;
                component.invisibleTypeAnnotations = null;
            });
        }
    }
}
