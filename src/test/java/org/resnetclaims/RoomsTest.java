package org.resnetclaims;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resnetclaims.claims.judging.Observable;
import org.resnetclaims.claims.judging.PaperNumber;
import org.resnetclaims.claims.judging.PaperNumbers;
import org.resnetclaims.claims.judging.Reduction;
import org.resnetclaims.data.Split;
import org.resnetclaims.evidence.Direction;
import org.resnetclaims.evidence.Kind;
import org.resnetclaims.evidence.Quantity;
import org.resnetclaims.statistics.methods.KnownDeviations;
import org.resnetclaims.training.Examination;
import org.resnetclaims.training.Specimen;

/** The rooms of the house, and which of them a room may use. */
class RoomsTest {

    private static final String HOUSE = "org.resnetclaims.";

    private static final JavaClasses SUITE = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.resnetclaims");

    /** The claims on the paper, which are compiled along with the tests. */
    private static final JavaClasses REPRODUCTIONS = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/org/resnetclaims/"))
            .importUrl(RoomsTest.class.getResource("/"));

    static Stream<Arguments> rooms() {
        return Stream.of(
                room("files", "bytes reach the disk and come back alike, whatever they mean"),
                room("network", "what a network is depends on nothing that is done with it"),
                room("data", "images know the shape that networks expect, and nothing else", "network", "files"),
                room("statistics", "a decision is a function of plain numbers, whatever they measure"),
                room(
                        "training",
                        "a run is a network, data and a recipe, whoever trains it",
                        "network",
                        "data",
                        "files"),
                room("gpu", "a GPU is looked up before any engine loads", "training"),
                room(
                        "examinations",
                        "a network is measured alike, whoever computes it and whatever for",
                        "training",
                        "network",
                        "data"),
                room(
                        "dl4j",
                        "an engine knows what to train, and never what is being claimed",
                        "gpu",
                        "training",
                        "network",
                        "data"),
                room(
                        "libtorch",
                        "an engine knows what to train, and never what is being claimed",
                        "gpu",
                        "training",
                        "network",
                        "data"),
                room(
                        "laboratory",
                        "runs are scheduled and kept alike, whatever they are for",
                        "training",
                        "network",
                        "data",
                        "files"),
                room(
                        "evidence",
                        "records hold values of the other rooms, and do nothing with them",
                        "statistics",
                        "training",
                        "data",
                        "network",
                        "files"),
                room(
                        "claims",
                        "a claim speaks of arms and numbers, and any engine can train them",
                        "examinations",
                        "laboratory",
                        "statistics",
                        "evidence",
                        "gpu",
                        "training",
                        "data",
                        "network",
                        "files"),
                room(
                        "agreement",
                        "engines are set against each other by the records of their sessions alone",
                        "evidence",
                        "statistics",
                        "training",
                        "data",
                        "files"),
                room(
                        "report",
                        "a report can be drawn again from its records, without training",
                        "evidence",
                        "statistics",
                        "training",
                        "data",
                        "network",
                        "files"));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_uses_no_others_than_it_may(String room, String because, List<String> others) {
        String[] forbidden = rooms().map(arguments -> (String) arguments.get()[0])
                .filter(other -> !other.equals(room) && !others.contains(other))
                .map(other -> HOUSE + other + "..")
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(HOUSE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because(because));
    }

    @Test
    void every_class_lives_in_a_room() {
        String[] rooms =
                rooms().map(arguments -> HOUSE + arguments.get()[0] + "..").toArray(String[]::new);
        check(classes().should().resideInAnyPackage(rooms).because("a class outside of them escapes the rules above"));
    }

    @Test
    void the_rooms_have_no_cycles() {
        check(slices().matching(HOUSE + "(**)")
                .should()
                .beFreeOfCycles()
                .because("evidence flows one way, from claim to report"));
    }

    /** Rooms that are divided into rooms of their own. */
    static Stream<Arguments> innerRooms() {
        return Stream.of(
                room("data", "images are given by index, wherever they come from"),
                room("data.readers", "a file is read alike, however it came to the disk", "data"),
                room(
                        "data.downloads",
                        "what was fetched is checked by the rules by which it is read",
                        "data",
                        "data.readers"),
                room("statistics.methods", "a test or an interval is a function of samples, whatever is decided by it"),
                room("statistics", "a decision rests on methods that know nothing of it", "statistics.methods"),
                room("laboratory.code", "what code can change bits depends on no run"),
                room("laboratory", "runs are kept alike, however their code is hashed", "laboratory.code"),
                room("dl4j.kernels", "arithmetic knows the arrays of a layer, and no graph around it"),
                room("dl4j", "a graph is built alike, whichever library computes its layers", "dl4j.kernels"),
                room("libtorch.cuda", "GPUs compute alike, whatever is computed"),
                room("libtorch", "a network is computed alike, whatever it runs on", "libtorch.cuda"),
                room("report.charts", "a chart is drawn from measurements, whatever page it stands on"),
                room("report", "what a page says is the same, however its charts are drawn", "report.charts"),
                room(
                        "claims.judging",
                        "a claim is judged by its runs and numbers, whoever wrote it and whatever runs it"),
                room("claims", "a claim is written and tested without knowing who opens its session", "claims.judging"),
                room(
                        "claims.session",
                        "a session serves all claims alike, and checks nothing before it starts",
                        "claims",
                        "claims.judging"),
                room(
                        "claims.preflight",
                        "what is checked beforehand is what a session is going to work with",
                        "claims",
                        "claims.session"),
                room(
                        "claims.launch",
                        "claims are judged by the same rules, whoever starts them",
                        "claims",
                        "claims.session",
                        "claims.preflight"));
    }

    @ParameterizedTest
    @MethodSource("innerRooms")
    void an_inner_room_uses_no_neighbours_than_it_may(String room, String because, List<String> neighbours) {
        String[] forbidden = innerRoomsOf(room.replaceAll("\\..*", ""))
                .filter(other -> !other.equals(room) && !neighbours.contains(other))
                .map(other -> HOUSE + other)
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(HOUSE + room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because(because));
    }

    @ParameterizedTest
    @ValueSource(strings = {"statistics", "data", "dl4j", "libtorch", "laboratory", "claims", "report"})
    void every_class_of_a_divided_room_lives_in_one_of_its_rooms(String divided) {
        String[] rooms = innerRoomsOf(divided).map(room -> HOUSE + room).toArray(String[]::new);
        check(classes()
                .that()
                .resideInAPackage(HOUSE + divided + "..")
                .should()
                .resideInAnyPackage(rooms)
                .because("a class outside of them escapes the rules above"));
    }

    private static Stream<String> innerRoomsOf(String divided) {
        return innerRooms()
                .map(arguments -> (String) arguments.get()[0])
                .filter(room -> room.equals(divided) || room.startsWith(divided + "."));
    }

    @Test
    void only_claims_know_how_data_are_read() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + "data..", HOUSE + "claims..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "data.readers", HOUSE + "data.downloads")
                .because("images that are streamed from a disk must train and be examined by the same code"));
    }

    @Test
    void nothing_depends_on_downloads() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "data.downloads")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + "data.downloads")
                .because("the network is used only when a user asks for it"));
    }

    @Test
    void only_claims_and_their_session_know_junit() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + "claims", HOUSE + "claims.session", HOUSE + "claims.launch")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..")
                .because("what is decided and reported must not depend on what started it"));
    }

    static Stream<Arguments> frameworks() {
        return Stream.of(
                Arguments.of("org.deeplearning4j..", List.of("dl4j")),
                Arguments.of("org.nd4j..", List.of("dl4j")),
                Arguments.of("org.bytedeco.dnnl..", List.of("dl4j")),
                Arguments.of("org.bytedeco.pytorch..", List.of("libtorch")),
                Arguments.of("org.bytedeco.cuda..", List.of("libtorch")),
                Arguments.of("org.bytedeco..", List.of("dl4j", "libtorch")));
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void engines_alone_know_their_framework(String framework, List<String> engines) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        engines.stream().map(room -> HOUSE + room + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(framework)
                .because("another engine must be able to take its place without any claim noticing"));
    }

    @Test
    void reproductions_use_what_a_claim_is_written_with() {
        classes()
                .that()
                .resideOutsideOfPackage("org.resnetclaims..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("org.resnetclaims..")
                        .or(resideInAnyPackage(HOUSE + "claims", HOUSE + "examinations", HOUSE + "network"))
                        .or(belongToAnyOf(
                                Observable.class,
                                Observable.Company.class,
                                Reduction.class,
                                Direction.class,
                                Kind.class,
                                Quantity.class,
                                Examination.class,
                                Specimen.class,
                                Specimen.Stage.class,
                                Split.class,
                                PaperNumbers.class,
                                PaperNumber.class,
                                KnownDeviations.class)))
                .because("a claim says what the paper says, and leaves to the suite how that is trained and decided")
                .check(REPRODUCTIONS);
    }

    // A room that is not built yet breaks no rule.
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(SUITE);
    }

    private static Arguments room(String name, String because, String... mayUse) {
        return Arguments.of(name, because, Arrays.asList(mayUse));
    }
}
