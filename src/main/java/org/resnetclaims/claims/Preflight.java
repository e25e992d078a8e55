package org.resnetclaims.claims;

import org.resnetclaims.data.DataException;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.training.UnusableBackendException;

/**
 * Checks, before anything is tested or trained, that the settings can be worked with on this machine. Where something is
 * wrong it says so in one sentence and exits with status 1. The results of the previous session stay in any case.
 */
public final class Preflight {

    private Preflight() {}

    public static void main(String[] arguments) {
        try {
            Workplace workplace = Workplace.of(Settings.from(System.getProperties()));
            check(workplace, Machine.memoryMiB());
            System.out.println(workplace.inWords());
            // Said now: whoever presses Ctrl-C ends Maven as well, which would have to show it later.
            System.out.printf(
                    "Interrupted at any time, the same command, without -Dfresh=true, goes on where it stopped, from what it keeps in %s%n",
                    workplace.settings().archive());
        } catch (InvalidSettingException | DataException | UnusableBackendException | EvidenceException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void check(Workplace workplace, long memoryMiB) {
        MemoryCheck.check(workplace, memoryMiB);
        DiskCheck.check(workplace.settings());
        ResultsFolder.check(workplace.settings().results());
        workplace.evidence().checkFree();
    }
}
