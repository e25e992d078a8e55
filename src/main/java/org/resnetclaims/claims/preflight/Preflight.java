package org.resnetclaims.claims.preflight;

import java.nio.file.Path;
import java.util.function.ToLongFunction;
import org.resnetclaims.claims.session.GivenOptions;
import org.resnetclaims.claims.session.InvalidSettingException;
import org.resnetclaims.claims.session.Machine;
import org.resnetclaims.claims.session.Settings;
import org.resnetclaims.claims.session.Workplace;
import org.resnetclaims.data.DataException;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.gpu.IdleGpu;
import org.resnetclaims.training.UnusableBackendException;

/**
 * Checks, before anything is tested or trained, that the settings can be worked with on this machine. Where something
 * is wrong it says so in one sentence and exits with status 1. The results of the previous session stay in any case.
 */
public final class Preflight {

    private Preflight() {}

    /** @param arguments none; the settings are system properties */
    public static void main(String[] arguments) {
        orExit(() -> pass(Settings.from(System.getProperties())));
    }

    /**
     * Checks all, and prints what is about to happen.
     *
     * @throws RuntimeException with one sentence for the user, see {@link #orExit}
     */
    public static void pass(Settings settings) {
        GivenOptions.check();
        Workplace workplace = Workplace.of(settings, System.out::println);
        check(workplace, Machine.memoryMiB(), Machine::freeMiB);
        System.out.println(workplace.inWords());
        if (workplace.engine().backend().equals("cpu")) {
            IdleGpu.note().ifPresent(System.out::println);
        }
        if (!workplace.evidence().isFree()) {
            // No reason to stop: unit tests do without the folder, and the other session may end before claims begin.
            System.out.printf(
                    "Another session is at work in %s: unless it ends before, the claims of this one will be refused, so set -Dresults.dir to another folder%n",
                    settings.results());
        }
        // Printed beforehand, since Ctrl-C ends Maven too, and nothing that is printed after it can be seen.
        System.out.printf(
                "Interrupted at any time, the same command, without -Dfresh=true, goes on where it stopped, from what it keeps in %s%n",
                settings.archive());
    }

    /** Ends the JVM with status 1 and the sentence of what cannot be worked with, if that is thrown. */
    public static void orExit(Runnable work) {
        try {
            work.run();
        } catch (InvalidSettingException | DataException | UnusableBackendException | EvidenceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void check(Workplace workplace, long memoryMiB, ToLongFunction<Path> freeMiB) {
        MemoryCheck.check(workplace, memoryMiB);
        DiskCheck.check(workplace, freeMiB);
        Writable.check("results.dir", workplace.settings().results());
        Writable.check("archive.dir", workplace.settings().archive());
    }
}
