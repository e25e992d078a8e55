package org.resnetclaims.claims.session;

import java.io.PrintStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.resnetclaims.claims.Protocol;
import org.resnetclaims.data.DataException;
import org.resnetclaims.data.Split;
import org.resnetclaims.laboratory.Archive;
import org.resnetclaims.laboratory.Laboratory;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.Network;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.Specimen;

/**
 * Examines the networks that claims have had trained before, under the settings in force, and prints what was found as
 * a table. Trains nothing.
 */
public final class ArchivedNetworks {

    private static final String EXAMINATIONS = "org.resnetclaims.examinations.";

    private final Workplace workplace;

    ArchivedNetworks(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * @param arguments an examination such as {@code LayerResponses}, or the full name of its class; {@code training}
     *     or {@code test}; networks such as {@code plain-20,ResNet-20}
     */
    public static void main(String[] arguments) {
        try {
            Examination examination = examination(arguments[0], arguments[1]);
            List<Architecture> networks = Pilot.list(arguments[2], Pilot::network);
            Workplace workplace = Workplace.of(Settings.from(System.getProperties()));
            new ArchivedNetworks(workplace).examine(networks, examination, System.out, System.err);
        } catch (DataException | InvalidSettingException | IllegalArgumentException e) {
            System.err.println("Nothing can be examined: " + e.getMessage());
            System.exit(1);
        } catch (CompletionException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** @throws IllegalArgumentException in one sentence, if there is no such examination */
    static Examination examination(String name, String split) {
        Split part = Arrays.stream(Split.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(split))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no split \"%s\": set -Dexamine.split to training or test".formatted(split)));
        String full = name.contains(".") ? name : EXAMINATIONS + name;
        try {
            Class<? extends Examination> type = Class.forName(full).asSubclass(Examination.class);
            RecordComponent[] components = type.getRecordComponents();
            if (components == null || components.length != 1 || components[0].getType() != Split.class) {
                throw new IllegalArgumentException(
                        "%s is no record of a split alone: examine it from a claim instead".formatted(full));
            }
            var constructor = type.getDeclaredConstructor(Split.class);
            constructor.setAccessible(true);
            return constructor.newInstance(part);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "there is no examination %s: set -Dexamine to one of the package examinations, or to the full name of a record"
                            .formatted(full),
                    e);
        }
    }

    /**
     * @param out takes the table
     * @param log takes what the laboratory says meanwhile
     * @throws IllegalArgumentException in one sentence, if there is nothing to examine of one of the networks
     */
    void examine(List<Architecture> networks, Examination examination, PrintStream out, PrintStream log) {
        Archive archive = workplace.archive(workplace.executor(), log);
        List<Run> runs = networks.stream()
                .flatMap(network -> archived(network, archive).stream())
                .toList();
        try (Laboratory laboratory = Laboratory.open(workplace.executor(), archive, workplace.parallelRuns(), log)) {
            // All are asked for before any is waited for.
            List<CompletableFuture<Findings>> findings = runs.stream()
                    .map(run -> laboratory.examine(List.of(new Specimen(run, Specimen.Stage.TRAINED)), examination))
                    .toList();
            List<String> columns = columns(findings.get(0).join());
            out.printf("| network | seed | of | %s |%n", String.join(" | ", columns));
            out.println("|---".repeat(columns.size() + 3) + "|");
            for (int i = 0; i < runs.size(); i++) {
                print(runs.get(i), findings.get(i).join(), columns, out);
            }
        }
    }

    private static List<String> columns(Findings findings) {
        return findings.columns().keySet().stream().sorted().toList();
    }

    private static void print(Run run, Findings findings, List<String> columns, PrintStream out) {
        for (int row = 0; row < findings.rows().size(); row++) {
            int here = row;
            String numbers = columns.stream()
                    .map(column -> String.format(
                            Locale.ROOT, "%.5g", findings.column(column).get(here)))
                    .collect(Collectors.joining(" | "));
            out.printf(
                    "| %s | %d | %s | %s |%n",
                    run.network().name(), run.seed(), findings.rows().get(row), numbers);
        }
    }

    /** The runs of a network on the seeds that claims are judged on, as far as they are there. */
    private List<Run> archived(Architecture architecture, Archive archive) {
        Settings settings = workplace.settings();
        var data = workplace.data().description();
        Protocol protocol = settings.scale()
                .protocol(architecture)
                .orElseThrow(() -> new IllegalArgumentException(
                        "scale %s does not train %s".formatted(settings.scale(), architecture.name())));
        Network network = protocol.build(architecture, data);
        List<Run> runs = new ArrayList<>();
        IntStream.iterate(0, k -> k + 1)
                .mapToObj(k -> new Run(
                        network, data, protocol.recipe(), settings.seeds().seed(k)))
                .takeWhile(archive::holds)
                .forEach(runs::add);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no %s of scale %s that this code has trained: mvn verify trains what claims are about, and -Dscale and -Dseeds name others"
                            .formatted(settings.archive(), architecture.name(), settings.scale()));
        }
        return runs;
    }
}
