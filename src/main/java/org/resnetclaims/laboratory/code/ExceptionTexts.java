package org.resnetclaims.laboratory.code;

import java.util.ArrayDeque;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Finds the string constants that only a reader of an exception ever sees: those used between the {@code new} of a
 * Throwable and the call of its constructor, and the message of {@code Objects.requireNonNull}. What else is computed
 * there stays, and so do constants that methods put together elsewhere.
 */
final class ExceptionTexts {

    private final ClassFiles files;

    ExceptionTexts(ClassFiles files) {
        this.files = files;
    }

    /** Replaces the texts by empty ones. */
    void removeFrom(ClassNode node) {
        node.methods.forEach(this::removeFrom);
    }

    private void removeFrom(MethodNode method) {
        // The exceptions under construction, innermost first.
        Deque<String> exceptions = new ArrayDeque<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction.getOpcode() == Opcodes.NEW) {
                String type = ((TypeInsnNode) instruction).desc;
                if (files.isThrowable(type)) {
                    exceptions.push(type);
                }
            } else if (isConstructor(instruction, exceptions.peek())) {
                exceptions.pop();
            } else if (!exceptions.isEmpty() || isRequireNonNull(instruction.getNext())) {
                empty(instruction);
            }
        }
    }

    private static boolean isConstructor(AbstractInsnNode instruction, String type) {
        return instruction instanceof MethodInsnNode call
                && call.getOpcode() == Opcodes.INVOKESPECIAL
                && call.name.equals("<init>")
                && call.owner.equals(type);
    }

    private static boolean isRequireNonNull(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call
                && call.owner.equals("java/util/Objects")
                && call.name.equals("requireNonNull")
                && call.desc.equals("(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;");
    }

    private static void empty(AbstractInsnNode instruction) {
        if (instruction instanceof LdcInsnNode load && load.cst instanceof String) {
            load.cst = "";
        } else if (instruction instanceof InvokeDynamicInsnNode call
                && call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            for (int i = 0; i < call.bsmArgs.length; i++) {
                if (call.bsmArgs[i] instanceof String text) {
                    // The places of the values among the text.
                    call.bsmArgs[i] = text.replaceAll("[^\1\2]", "");
                }
            }
        }
    }
}
