package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resnetclaims.data.DatasetDescription;
import org.resnetclaims.evidence.Fixtures;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.training.EngineDescription;

class CommandTest {

    @Test
    void names_the_scale_even_where_it_is_the_default() {
        assertThat(Command.of("fig1.gap", Fixtures.session())).isEqualTo("mvn verify -Dclaim=fig1.gap -Dscale=quick");
    }

    @ParameterizedTest
    @CsvSource({
        "fashion-mnist, 10000, ''",
        "fashion-mnist, 60000, ' -Ddataset.dir=datasets/cache/fashion-mnist'",
        "cifar-10, 50000, ' -Ddataset=cifar-10'",
        "cifar-10 (unverified), 100, ' -Ddataset=cifar-10 -Ddataset.dir=FOLDER'",
        "fashion-mnist (unverified), 100, ' -Ddataset=fashion-mnist -Ddataset.dir=FOLDER'",
        "image-folder, 100, ' -Ddataset=image-folder -Ddataset.dir=FOLDER'",
    })
    void names_the_data_that_nobody_gets_without_asking(String dataset, int images, String options) {
        assertThat(of(dataset, images, "deeplearning4j", "cpu", "oneDNN"))
                .isEqualTo("mvn verify -Dclaim=fig1.gap -Dscale=paper" + options + " -Dseeds=7 -Dcostly=true");
    }

    @ParameterizedTest
    @CsvSource({
        "deeplearning4j, cuda, 'cuDNN', '-Pcuda'",
        "libtorch, cpu, 'libtorch_cpu', '-Plibtorch -Dengine=libtorch'",
        "libtorch, cuda, 'libtorch_cuda on H100, full precision', '-Plibtorch-cuda -Dengine=libtorch'",
        "libtorch, cuda, 'libtorch_cuda on H100, TF32', '-Plibtorch-cuda -Dengine=libtorch -Dprecision=tf32'",
    })
    void names_the_engine_and_its_profile(String engine, String backend, String binary, String options) {
        assertThat(of("fashion-mnist", 10_000, engine, backend, binary))
                .isEqualTo("mvn verify -Dclaim=fig1.gap -Dscale=paper " + options + " -Dseeds=7 -Dcostly=true");
    }

    private static String of(String dataset, int images, String engine, String backend, String binary) {
        SessionRecord session = Fixtures.session();
        DatasetDescription data = session.dataset();
        return Command.of(
                "fig1.gap",
                new SessionRecord(
                        "paper",
                        new DatasetDescription(
                                dataset, data.image(), data.classes(), images, data.testImages(), data.fingerprint()),
                        new EngineDescription(engine, "1.2.3", backend, binary, 1),
                        session.environment(),
                        session.started(),
                        session.wallSeconds(),
                        session.busySeconds(),
                        session.parallelRuns(),
                        7,
                        true,
                        session.claims(),
                        session.controls(),
                        session.standings(),
                        session.reusedRuns()));
    }
}
