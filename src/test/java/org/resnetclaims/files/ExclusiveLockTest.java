package org.resnetclaims.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ExclusiveLockTest {

    @TempDir
    private Path folder;

    @Test
    void has_one_holder_at_a_time_within_a_process() throws IOException {
        Path file = folder.resolve("locks/one.lock");
        try (ExclusiveLock held = ExclusiveLock.tryAcquire(file).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(ExclusiveLock.tryAcquire(file)).isEmpty();
        }
        Optional<ExclusiveLock> again = ExclusiveLock.tryAcquire(file);
        assertThat(again).isPresent();
        again.orElseThrow().close();
    }

    @Test
    void does_not_keep_out_those_who_want_another_lock() throws IOException {
        try (ExclusiveLock one =
                        ExclusiveLock.tryAcquire(folder.resolve("one.lock")).orElseThrow();
                ExclusiveLock other =
                        ExclusiveLock.tryAcquire(folder.resolve("other.lock")).orElseThrow()) {
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void keeps_out_other_processes_until_its_holder_dies() throws Exception {
        Path file = folder.resolve("one.lock");
        Process holder = Holder.start(file);
        try {
            assertThat(ExclusiveLock.tryAcquire(file)).isEmpty();
        } finally {
            holder.destroyForcibly();
        }
        assertThat(holder.waitFor(10, TimeUnit.SECONDS)).isTrue();

        Optional<ExclusiveLock> inherited = ExclusiveLock.tryAcquire(file);
        assertThat(inherited).isPresent();
        inherited.orElseThrow().close();
    }

    @Test
    void stays_held_against_other_processes_however_often_it_is_asked_for_here() throws Exception {
        Path file = folder.resolve("one.lock");
        try (ExclusiveLock held = ExclusiveLock.tryAcquire(file).orElseThrow()) {
            assertThat(ExclusiveLock.tryAcquire(file)).isEmpty();
            assertThat(held).isNotNull();
            Process other = Holder.process(file);
            assertThat(new String(other.getInputStream().readAllBytes())).startsWith("refused");
        }
    }

    /** Takes a lock and keeps it until it is killed. */
    static final class Holder {

        public static void main(String[] arguments) throws Exception {
            Optional<ExclusiveLock> lock = ExclusiveLock.tryAcquire(Path.of(arguments[0]));
            System.out.println(lock.isPresent() ? "held" : "refused");
            if (lock.isPresent()) {
                Thread.sleep(Long.MAX_VALUE);
            }
        }

        static Process process(Path file) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-classpath",
                            System.getProperty("java.class.path"),
                            Holder.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        static Process start(Path file) throws IOException {
            Process process = process(file);
            assertThat(process.inputReader().readLine()).isEqualTo("held");
            return process;
        }
    }
}
