package org.resnetclaims.laboratory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resnetclaims.claims.judging.Trial;
import org.resnetclaims.data.Dataset;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.ClaimState;
import org.resnetclaims.evidence.ControlRecord;
import org.resnetclaims.evidence.Source;
import org.resnetclaims.network.Architecture;
import org.resnetclaims.network.CifarNetworks;
import org.resnetclaims.network.ImageNetNetworks;
import org.resnetclaims.network.Network;
import org.resnetclaims.network.Shortcut;
import org.resnetclaims.statistics.Decision;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Findings;
import org.resnetclaims.training.Model;
import org.resnetclaims.training.Recipe;
import org.resnetclaims.training.Run;
import org.resnetclaims.training.RunOutcome;
import org.resnetclaims.training.Specimen;

/**
 * A recorded session once more, without its training: claims come to the same looks and ask for the same runs and
 * examinations, two workers take as long for each run as is recorded, and a made-up clock tells the time.
 */
final class ReplayedSession {

    private static final int WORKERS = 2;
    /** How often a run tells how far it has come. */
    private static final int PARTS = 10;

    private final DatasetDescription data;
    private final double slowness;
    private final Set<String> archived;
    private final Map<String, List<ArmRecord>> recorded;
    private final Map<String, Network> networks = new HashMap<>();
    private final List<Comparison> comparisons = new ArrayList<>();

    private final Progress progress = new Progress(Path.of("archive"), WORKERS, () -> (long) (1e9 * this.now));
    private final PriorityQueue<Assignment> waiting = new PriorityQueue<>();
    private final Map<String, List<Assignment>> waitingForNetworks = new HashMap<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Double> done = new LinkedHashMap<>();
    private final List<Estimate> estimates = new ArrayList<>();
    private int idle = WORKERS;
    private double now;

    /**
     * @param slowness how much longer everything takes than it took
     * @param assumed how many looks the laboratory is told that claims need
     * @param archived what an earlier replay has done
     */
    ReplayedSession(
            DatasetDescription data,
            List<ClaimRecord> claims,
            double slowness,
            Map<String, Integer> assumed,
            Set<String> archived) {
        this.data = data;
        this.slowness = slowness;
        this.archived = archived;
        this.recorded = claims.stream()
                .flatMap(claim -> claim.judged().stream())
                .flatMap(judged -> Stream.concat(judged.arms().stream(), ofControl(judged)))
                .collect(Collectors.groupingBy(ReplayedSession::key));
        progress.assume(assumed);
        claims.forEach(claim -> claim.judged().ifPresent(judged -> add(claim.id(), judged)));
        play();
    }

    private static Stream<ArmRecord> ofControl(ClaimState.Judged judged) {
        return Stream.ofNullable(judged.control()).flatMap(control -> control.arms().stream());
    }

    private void add(String claim, ClaimState.Judged judged) {
        Source source = judged.observable().source();
        Comparison claimed = new Comparison(
                claim,
                null,
                judged.arms(),
                judged.decision(),
                source,
                judged.decision().hypothesis().fewestSeeds());
        comparisons.add(claimed);
        ControlRecord control = judged.control();
        if (control != null) {
            int first = control.decision().hypothesis().looks().get(0);
            comparisons.add(new Comparison(
                    Trial.controlOf(claim),
                    claimed,
                    control.arms(),
                    control.decision(),
                    sourceOf(control, source),
                    first));
        }
    }

    /** Of networks before their training, whatever those of the claim were. */
    private static Source sourceOf(ControlRecord control, Source claimed) {
        return control.beforeTraining() && claimed instanceof Source.Examined examined
                ? new Source.Examined(Specimen.Stage.INITIAL, examined.examination(), examined.reduction())
                : claimed;
    }

    private void play() {
        comparisons.forEach(comparison -> {
            comparison.start();
            takeAll();
        });
        while (!events.isEmpty()) {
            Event event = events.remove();
            now = event.at;
            event.what.run();
            takeAll();
        }
    }

    private void takeAll() {
        while (idle > 0 && !waiting.isEmpty()) {
            take(waiting.remove());
        }
    }

    /** By how much of the time that was left the last estimate before a moment was too high. */
    double errorAfter(double share) {
        Estimate last = estimates.stream()
                .filter(estimate -> estimate.at <= share * now)
                .reduce((before, after) -> after)
                .orElseThrow();
        return last.left.orElseThrow() / (now - last.at) - 1;
    }

    /** In the order of time. */
    List<OptionalDouble> estimates() {
        return estimates.stream().map(Estimate::left).toList();
    }

    /** What was done after so much of the time. */
    Set<String> doneAfter(double share) {
        return done.entrySet().stream()
                .filter(entry -> entry.getValue() <= share * now)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void take(Assignment assignment) {
        if (assignment.kept()) {
            progress.reused(assignment);
            finish(assignment);
            return;
        }
        idle--;
        progress.started(assignment);
        double seconds = slowness * seconds(assignment);
        if (assignment instanceof RunAssignment run) {
            int iterations = run.run().recipe().iterations();
            for (int part = 1; part < PARTS; part++) {
                int reached = part * iterations / PARTS;
                events.add(new Event(now + part * seconds / PARTS, () -> progress.reached(run, reached)));
            }
        }
        events.add(new Event(now + seconds, () -> {
            progress.finished(assignment);
            idle++;
            finish(assignment);
        }));
    }

    private void finish(Assignment assignment) {
        String what = name(assignment);
        done.put(what, now);
        waiting.addAll(waitingForNetworks.getOrDefault(what, List.of()));
        comparisons.forEach(Comparison::proceed);
        estimates.add(new Estimate(now, progress.secondsLeft()));
    }

    private double seconds(Assignment assignment) {
        if (assignment instanceof ExaminationAssignment examination) {
            // Nobody has recorded how long examinations took, other than that it was a second or two.
            return 0.5
                    + 0.1 * Math.floorMod(examination.examination().toString().hashCode(), 20);
        }
        Run run = ((RunAssignment) assignment).run();
        List<RunOutcome> outcomes = recorded.values().stream()
                .filter(arms -> network(arms.get(0)).equals(run.network())
                        && arms.get(0).recipe().equals(run.recipe()))
                .flatMap(List::stream)
                .flatMap(arm -> arm.runs().stream())
                .toList();
        return outcomes.stream()
                .filter(outcome -> outcome.seed() == run.seed())
                .mapToDouble(RunOutcome::seconds)
                .findFirst()
                .orElseGet(() -> outcomes.stream()
                        .mapToDouble(RunOutcome::seconds)
                        .average()
                        .orElseThrow());
    }

    private static String name(Assignment assignment) {
        return assignment instanceof ExaminationAssignment examination
                ? examination.key().hash()
                : ((RunAssignment) assignment).run().identity();
    }

    private String ask(Run run) {
        String name = run.identity();
        if (asked.add(name)) {
            queue(new RunAssignment(run, false, archived.contains(name), asked.size()));
        }
        return name;
    }

    private String ask(Run run, Source.Examined examined) {
        ExaminationKey key = new ExaminationKey(List.of(examined.stage() + run.identity()), examined.examination(), "");
        if (asked.add(key.hash())) {
            ExaminationAssignment examination = new ExaminationAssignment(
                    List.of(new Specimen(run, examined.stage())),
                    new Named(examined.examination()),
                    key,
                    archived.contains(key.hash()),
                    asked.size());
            if (examined.stage() == Specimen.Stage.INITIAL || done.containsKey(ask(run))) {
                queue(examination);
            } else {
                progress.queued(examination);
                waitingForNetworks
                        .computeIfAbsent(run.identity(), any -> new ArrayList<>())
                        .add(examination);
            }
        }
        return key.hash();
    }

    private void queue(Assignment assignment) {
        progress.queued(assignment);
        waiting.add(assignment);
    }

    private static String key(ArmRecord arm) {
        return arm.network() + arm.recipe();
    }

    /** One of about the cost of that of an arm, which records know by its name alone. */
    private Network network(ArmRecord arm) {
        return networks.computeIfAbsent(arm.network(), identity -> {
            Network alike = alike(arm.name()).build(data.image(), arm.width(), data.classes());
            return new Network(identity, alike.input(), alike.nodes());
        });
    }

    private static Architecture alike(String name) {
        boolean plain = name.startsWith("plain");
        int depth = Integer.parseInt(name.replaceAll("\\D*(\\d+).*", "$1"));
        if (depth == 18 || depth == 34) {
            Shortcut shortcut =
                    name.contains("option B") ? Shortcut.B : name.contains("option C") ? Shortcut.C : Shortcut.A;
            return plain ? ImageNetNetworks.plain(depth) : ImageNetNetworks.residual(depth, shortcut);
        }
        if (name.contains("bottlenecks")) {
            return plain ? CifarNetworks.plainOfBottlenecks(depth) : CifarNetworks.residualOfBottlenecks(depth);
        }
        return plain ? CifarNetworks.plain(depth) : CifarNetworks.residual(depth);
    }

    private record Event(double at, Runnable what) {}

    private record Estimate(double at, OptionalDouble left) {}

    /** What a claim, or its control, has asked for and how far it came. */
    private final class Comparison {

        private final String name;
        private final @Nullable Comparison first;
        private final List<ArmRecord> arms;
        private final List<Integer> looks;
        private final int needed;
        private final Source source;
        private final int fewest;
        /** Nothing has this name, so that none goes on before its start. */
        private List<String> awaited = List.of("its start");

        private int look;

        /** @param first is decided before this */
        private Comparison(
                String name,
                @Nullable Comparison first,
                List<ArmRecord> arms,
                Decision decision,
                Source source,
                int fewest) {
            this.name = name;
            this.first = first;
            this.arms = arms;
            this.looks = decision.hypothesis().looks();
            this.needed = decision.looks().size();
            this.source = source;
            this.fewest = fewest;
        }

        private void start() {
            ask(0, fewest);
            awaited = ask(0, looks.get(0));
            progress.looks(name, looksFromHere());
        }

        private void proceed() {
            while (!isDecided()
                    && (first == null || first.isDecided())
                    && done.keySet().containsAll(awaited)) {
                look++;
                if (isDecided()) {
                    progress.decided(name);
                } else {
                    awaited = ask(looks.get(look - 1), looks.get(look));
                    progress.looks(name, looksFromHere());
                }
            }
        }

        private boolean isDecided() {
            return look == needed;
        }

        private List<String> ask(int from, int to) {
            return runs(from, to)
                    .map(run -> source instanceof Source.Examined examined
                            ? ReplayedSession.this.ask(run, examined)
                            : ReplayedSession.this.ask(run))
                    .toList();
        }

        private List<Look> looksFromHere() {
            boolean trained =
                    !(source instanceof Source.Examined examined) || examined.stage() == Specimen.Stage.TRAINED;
            return IntStream.range(look, looks.size())
                    .mapToObj(i -> new Look(
                            looks.get(i),
                            runs(i > 0 ? looks.get(i - 1) : 0, looks.get(i))
                                    .filter(run -> trained && !archived.contains(run.identity()))
                                    .toList()))
                    .toList();
        }

        private Stream<Run> runs(int from, int to) {
            return arms.stream().flatMap(arm -> {
                Network network = network(arm);
                Recipe recipe = arm.recipe();
                long seed = Objects.requireNonNull(arm.seeds().get(0));
                return IntStream.range(from, to).mapToObj(i -> new Run(network, data, recipe, seed + i));
            });
        }
    }

    /** An examination of which nothing but its name matters. */
    private record Named(String name) implements Examination {

        @Override
        public Findings examine(Model model, Dataset images) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
