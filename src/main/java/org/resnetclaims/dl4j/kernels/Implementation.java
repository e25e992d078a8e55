package org.resnetclaims.dl4j.kernels;

import java.util.function.Supplier;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.javacpp.BytePointer;

/**
 * Which of oneDNN's implementations computes a convolution. oneDNN offers first what is best for wide layers and large
 * images. On maps of less than 16x16 its direct convolutions take as little as half the time, and where there are fewer
 * channels than an AVX-512 vector has numbers, so do those of AVX2 for the gradients; {@code results/engine.md} has the
 * figures. What is chosen follows from the shape alone and from no timing, so that each session computes the same bits.
 */
final class Implementation {

    private static final int SMALL_MAP = 16;
    private static final int VECTOR = 16;

    private Implementation() {}

    /** Of a convolution forward. */
    static <D extends primitive_desc> D forward(UnitShape shape, Supplier<D> offered) {
        return isSmall(shape) ? named("jit:avx512_core", offered) : offered.get();
    }

    /** Of the gradient of its input or its weights. */
    static <D extends primitive_desc> D gradient(UnitShape shape, Supplier<D> offered) {
        boolean narrow = Math.min(shape.channels(), shape.filters()) < VECTOR;
        return isSmall(shape) ? named(narrow ? "jit:avx2" : "jit:avx512_core", offered) : offered.get();
    }

    private static boolean isSmall(UnitShape shape) {
        return shape.kernel() > 1 && Math.max(shape.outputHeight(), shape.outputWidth()) < SMALL_MAP;
    }

    /** The one of that name, or the first one where this processor has none of that name. */
    private static <D extends primitive_desc> D named(String name, Supplier<D> offered) {
        D candidate = offered.get();
        do {
            if (nameOf(candidate).equals(name)) {
                return candidate;
            }
        } while (candidate.next_impl());
        candidate.close();
        return offered.get();
    }

    private static String nameOf(primitive_desc candidate) {
        try (BytePointer name = candidate.impl_info_str()) {
            return name.getString();
        }
    }
}
