package org.resnetclaims.data;

import java.util.SplittableRandom;

/** Independent streams of random numbers drawn from one seed. */
enum RandomStream {
    ORDER,
    AUGMENTATION,
    DROPOUT,
    MIXUP;

    /** A generator that depends on the stream, the seed and the index alone. */
    @SuppressWarnings("EnumOrdinal") // Reordering the constants would change every run.
    SplittableRandom at(long seed, long index) {
        long stream = new SplittableRandom(seed).nextLong() + ordinal();
        return new SplittableRandom(new SplittableRandom(stream).nextLong() + index);
    }

    /** A random order of the numbers below {@code size}, by Fisher and Yates. */
    int[] permutation(int size, long seed, long index) {
        SplittableRandom random = at(seed, index);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
