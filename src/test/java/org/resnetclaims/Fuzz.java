package org.resnetclaims;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Feeds a reader with damaged input, and holds it to its promise: each input is read right, or refused with one clear
 * sentence that names it; soon, and never with another exception or error. Another seed: {@code -Dfuzz.seed=}.
 */
public final class Fuzz {

    private static final long SEED = Long.getLong("fuzz.seed", 20151210);
    private static final int MUTATIONS = 1000;
    private static final int SECONDS_FOR_ONE = 10;
    private static final int LONGEST_SENTENCE = 10_000;

    /** Reads the damaged bytes, checks what it got, and throws a refusal. */
    public interface Reader {
        void read(byte[] damaged) throws Exception;
    }

    private final String name;
    private final Set<Class<? extends RuntimeException>> refusals;
    private final String named;

    /**
     * @param refusals the exceptions that stand for one clear sentence
     * @param named what every refusal must mention
     */
    public Fuzz(String name, Set<Class<? extends RuntimeException>> refusals, String named) {
        this.name = name;
        this.refusals = refusals;
        this.named = named;
    }

    /** Damages the original in so many ways, all of which follow from the seed. */
    public void run(byte[] original, Reader reader) throws InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread reading = new Thread(task, "fuzz");
            reading.setDaemon(true);
            return reading;
        });
        int refused = 0;
        long start = System.nanoTime();
        try {
            for (int i = 0; i < MUTATIONS; i++) {
                Random random = new Random(SEED + i);
                Mutation mutation = Mutation.values()[i % Mutation.values().length];
                byte[] damaged = mutation.apply(original, random);
                String which = "%s, seed %d, mutation %d (%s)".formatted(name, SEED, i, mutation);
                refused += isRefused(thread, damaged, reader, which) ? 1 : 0;
            }
        } finally {
            thread.shutdownNow();
        }
        System.out.printf(
                "Fuzz %s: seed %d, %d mutations, %d read right, %d refused, %.1f s%n",
                name, SEED, MUTATIONS, MUTATIONS - refused, refused, (System.nanoTime() - start) / 1e9);
    }

    private boolean isRefused(ExecutorService thread, byte[] damaged, Reader reader, String which)
            throws InterruptedException {
        try {
            thread.submit(() -> {
                        reader.read(damaged);
                        return null;
                    })
                    .get(SECONDS_FOR_ONE, TimeUnit.SECONDS);
            return false;
        } catch (TimeoutException e) {
            throw new AssertionError(which + " took more than %d s".formatted(SECONDS_FOR_ONE), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (!refusals.contains(cause.getClass())) {
                throw new AssertionError("%s, %s".formatted(which, start(damaged)), cause);
            }
            expectSentence(cause.getMessage(), which);
            return true;
        }
    }

    private void expectSentence(String message, String which) {
        boolean clear = message.length() <= LONGEST_SENTENCE
                && message.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')
                && !message.contains("(null)")
                && message.contains(named);
        if (!clear) {
            throw new AssertionError("%s has no clear sentence: %s".formatted(which, message));
        }
    }

    private static String start(byte[] damaged) {
        return Arrays.toString(Arrays.copyOf(damaged, Math.min(48, damaged.length)));
    }
}
