package org.resnetclaims.laboratory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.resnetclaims.files.Cause;
import org.resnetclaims.files.ExclusiveLock;
import org.resnetclaims.laboratory.code.CodeFingerprint;
import org.resnetclaims.training.EngineDescription;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Examiner;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.Specimen;
import org.resnetclaims.training.StateDict;

/**
 * What came of all runs and examinations so far, so that none is done twice, be it by the next process or by one at the
 * same time. What cannot be kept is reported and otherwise does no harm.
 *
 * <pre>
 * [key].run         an ArchivedRun; [key] is the hash of its RunKey
 * [key].parameters  those of the trained network, see ParameterCoding; bounded, so that they may be gone
 * [key].checkpoint  how far a run had come that is not done
 * [key].findings    an ArchivedFindings; [key] is the hash of its ExaminationKey
 * [key].*.damaged   set aside, for a person to look at
 * locks/[key].lock  held by the process that works on the run or the examination
 * </pre>
 *
 * <p>Safe for use by several threads and processes at once.
 */
public final class Archive {

    private final Path folder;
    private final boolean fresh;
    private final RunExecutor executor;
    private final EngineDescription engine;
    private final String code;
    private final ParameterStore parameters;
    private final PrintStream out;
    private final Map<Set<Class<?>>, String> codeOfExaminations = new ConcurrentHashMap<>();
    private final Set<Path> written = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean warned = new AtomicBoolean();

    private Archive(
            Path folder,
            boolean fresh,
            long limit,
            RunExecutor executor,
            EngineDescription engine,
            String code,
            PrintStream out) {
        this.folder = folder;
        this.fresh = fresh;
        this.executor = executor;
        this.engine = engine;
        this.code = code;
        this.parameters = new ParameterStore(this, limit);
        this.out = out;
    }

    /**
     * @param folder need not exist yet
     * @param fresh whether to do anew what is there already
     * @param limit how many bytes the parameters of trained networks may take; those used longest ago go first
     * @param executor trains and examines whatever is missing
     * @param out where warnings are shown
     */
    public static Archive open(Path folder, boolean fresh, long limit, RunExecutor executor, PrintStream out) {
        return new Archive(folder, fresh, limit, executor, executor.engine(), CodeFingerprint.of(executor.code()), out);
    }

    /** How much of the disk the trained networks in such a folder take; 0 where that cannot be told. */
    public static long bytesOfNetworks(Path folder) {
        return ParameterStore.bytesIn(folder);
    }

    Path folder() {
        return folder;
    }

    /** Whether there is an outcome of the run, and its parameters too. */
    public boolean holds(Run run) {
        RunEntry entry = new RunEntry(this, run, key(run), () -> {});
        return entry.outcome().isPresent() && entry.parameters().isPresent();
    }

    /** Whether a part of the run was trained and then interrupted. */
    boolean hasBegun(Run run) {
        return new RunEntry(this, run, key(run), () -> {}).hasBegun();
    }

    /** Whether the outcome of the run was kept; it may turn out to be damaged. */
    boolean hasOutcome(Run run) {
        return new RunEntry(this, run, key(run), () -> {}).hasOutcome();
    }

    /** Whether what an examination has found was kept, likewise. */
    boolean hasFindings(ExaminationKey key) {
        return new FindingsEntry(this, key, () -> {}).isThere();
    }

    /** The place of a run, for the caller alone until closed; empty while somebody else has it. */
    Optional<RunEntry> reserve(Run run) {
        RunKey key = key(run);
        return reserve(key.hash(), release -> new RunEntry(this, run, key, release));
    }

    /** The place of an examination, for the caller alone until closed; empty while somebody else has it. */
    Optional<FindingsEntry> reserve(ExaminationKey key) {
        return reserve(key.hash(), release -> new FindingsEntry(this, key, release));
    }

    private <E extends ArchiveEntry> Optional<E> reserve(String hash, Function<Runnable, E> place) {
        try {
            Path file = folder.resolve("locks").resolve(hash + ".lock");
            Optional<E> entry = ExclusiveLock.tryAcquire(file).map(lock -> place.apply(lock::close));
            entry.ifPresent(ArchiveEntry::tidy);
            return entry;
        } catch (ClosedByInterruptException e) {
            throw new CancellationException("interrupted before it started");
        } catch (IOException e) {
            cannotWrite(e);
            // What is there can still be read; should somebody else write, every file appears as a whole.
            return Optional.of(place.apply(() -> {}));
        }
    }

    private RunKey key(Run run) {
        return RunKey.of(run, engine, code, executor.threadsPerRun());
    }

    /** @throws IllegalArgumentException if it cannot be told in full what the examination measures */
    ExaminationKey key(List<Specimen> specimens, Examination examination) {
        List<String> networks = specimens.stream()
                .map(specimen ->
                        "%s %s".formatted(specimen.stage(), key(specimen.run()).hash()))
                .toList();
        CanonicalForm form = canonical(examination);
        return new ExaminationKey(
                networks, form.text(), codeOfExaminations.computeIfAbsent(form.classes(), this::codeOf));
    }

    private static CanonicalForm canonical(Examination examination) {
        if (examination instanceof Record measured) {
            return CanonicalForm.of(measured);
        }
        throw new IllegalArgumentException(
                "The examination %s is no record, so that its text may not say in full what it measures: make it one"
                        .formatted(examination.getClass().getName()));
    }

    private String codeOf(Set<Class<?>> examination) {
        List<Class<?>> roots = new ArrayList<>(executor.code());
        roots.add(Examiner.class);
        roots.addAll(examination);
        return CodeFingerprint.of(roots);
    }

    /** Those of the trained network, unless they are not there, or damaged or not wanted. */
    Optional<StateDict> parameters(Run run) {
        return parameters.read(run, key(run));
    }

    ParameterStore parameters() {
        return parameters;
    }

    /** Whether the content of a file counts: of a fresh start, only what this process has written itself. */
    boolean wants(Path file) {
        return !fresh || written.contains(file);
    }

    void hasWritten(Path file) {
        written.add(file);
    }

    void report(String sentence) {
        out.println(sentence);
    }

    /** Said once: what ails one file mostly ails all, and a full disk must not fill the screen as well. */
    void cannotWrite(IOException e) {
        // An interrupted thread can write nothing, wherever that is.
        if (!(e instanceof ClosedByInterruptException) && !warned.getAndSet(true)) {
            report(
                    "Not everything can be kept in %s (%s): outcomes count all the same, but what is missing there will have to be trained again."
                            .formatted(folder, Cause.of(e)));
        }
    }
}
