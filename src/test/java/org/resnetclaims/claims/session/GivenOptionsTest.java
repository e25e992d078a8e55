package org.resnetclaims.claims.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "parallelruns, parallelRuns",
        "parallel-runs, parallelRuns",
        "paralelRuns, parallelRuns",
        "result.dir, results.dir",
        "resultsDir, results.dir",
        "archive, archive.dir",
        "archive_dir, archive.dir",
        "seed, seeds",
        "Scale, scale",
        "scal, scale",
        "datset, dataset",
        "dataset.folder, dataset.dir",
        "Fresh, fresh",
        "claims, claim",
        "claim-limit, claim.limit",
        "pilot.rate, pilot.rates",
        "hystory, history",
    })
    void a_misspelt_setting_is_refused_with_the_nearest_right_one(String given, String meant) {
        assertThat(GivenOptions.objection(" -B verify -D%s=1 -o".formatted(given)))
                .hasValue("There is no setting -D%s: the nearest is -D%s".formatted(given, meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-B -o verify -Dscale=quick -DparallelRuns=1 -Dheap=4g",
                "-D scale=quick",
                "-DskipTests -DskipITs -Dmaven.test.skip=true -Dmaven.repo.local=/tmp/repository",
                "-Dtest=KillTest -Dkills=25 -Dkill.seed=3 -Dit.test=Foo -DfailIfNoTests=false -Dstyle.color=never",
                "-Dspotless.check.skip -Dmdep.analyze.skip -Dsurefire.failIfNoSpecifiedTests=false -DforkCount=1",
                "-Dfile.encoding=UTF-8 -Djava.awt.headless=true -Djava.io.tmpdir=/tmp -Didea.test.cyclic.buffer.size=1",
                "-Duser.language=tr -Dhttps.proxyHost=proxy -Dorg.bytedeco.javacpp.maxbytes=4g -DargLine=-Xmx1g",
                "-Dresults.dir=/tmp/a-Dscales=3",
                "-Dmaven.wagon.http.pool=false -Daether.connector.basic.threads=2 -Dgroups=claim -Ddebug -Dverbose",
            })
    void options_of_others_are_no_misspelt_settings(String arguments) {
        assertThat(GivenOptions.objection(arguments)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify -Dclaim=", "-Dclaim= verify", "verify -Dclaim", "verify -D claim= -o"})
    void a_claim_without_a_name_is_not_taken_for_all_claims(String arguments) {
        assertThat(GivenOptions.objection(arguments))
                .hasValue(
                        "-Dclaim= names no claim: set it to an id, a folder or a pattern, or leave it out to judge all");
    }

    @Test
    void an_option_that_nobody_knows_is_named() {
        assertThat(GivenOptions.unknown("verify -Dthreads=1 -Dmaven.repo.local=/tmp -Dscale=quick -DskipTests"))
                .singleElement()
                .asString()
                .startsWith("-Dthreads is no setting of the suite, which leaves it to Maven: its settings are scale, ");
    }
}
