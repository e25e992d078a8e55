package org.resnetclaims.claims;

import org.resnetclaims.data.DataException;
import org.resnetclaims.evidence.EvidenceException;
import org.resnetclaims.training.UnusableBackendException;

/**
 * Checks, before anything trains, that the settings can be worked with on this machine; only then removes the results of
 * the previous session. Where something is wrong it says so in one sentence, exits with status 1 and touches nothing.
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
                    "Interrupted at any time, the same command goes on where it stopped, from what it keeps in %s%n",
                    workplace.settings().archive());
        } catch (InvalidSettingException | DataException | EvidenceException | UnusableBackendException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void check(Workplace workplace, long memoryMiB) {
        MemoryCheck.check(workplace, memoryMiB);
        ResultsFolder.check(workplace.settings().results());
        workplace.evidence().clear();
    }
}
