package org.resnetclaims.claims.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resnetclaims.claims.Claim;
import org.resnetclaims.claims.DeclaredClaim;
import org.resnetclaims.claims.session.InvalidSettingException;

class ClaimIndexTest {

    private static final ClaimIndex ALL = ClaimIndex.of(Path.of("reproductions"));

    @ParameterizedTest
    @CsvSource({
        "fig1.plain-56-trains-worse-than-plain-20, fig1\\.plain-56-trains-worse-than-plain-20, 1",
        "figure1, fig1\\..*, 3",
        "fig1, fig1\\..*, 3",
        "PlainNetworksDegrade, fig1\\..*, 3",
        "section3.2, sec3\\.2\\..*, 3",
        "section3_2, sec3\\.2\\..*, 3",
        "*-test-error, table6\\..*-test-error, 6",
        "table6.resnet-*-error, table6\\..*-test-error, 6",
    })
    void claims_are_found_by_id_folder_class_beginning_or_pattern(String wanted, String ids, int number) {
        assertThat(ALL.matching(wanted))
                .hasSize(number)
                .extracting(DeclaredClaim::id)
                .allMatch(id -> id.matches(ids));
    }

    static class TwoTablesCase {
        @Claim(id = "table1.a", source = "Table 1", statement = "a")
        void first() {}

        @Claim(id = "table1.a-longer", source = "Table 1", statement = "a")
        void longer() {}

        @Claim(id = "table14.a", source = "Table 14", statement = "a")
        void fourteenth() {}
    }

    @Test
    void a_whole_id_or_number_is_not_the_beginning_of_another() {
        ClaimIndex tables = new ClaimIndex(List.of(TwoTablesCase.class.getDeclaredMethods()).stream()
                .flatMap(method -> DeclaredClaim.on(method, TwoTablesCase.class).stream())
                .toList());

        assertThat(tables.matching("table1.a")).hasSize(1);
        assertThat(tables.matching("table1")).hasSize(2);
        assertThat(tables.matching("table14")).hasSize(1);
        assertThat(tables.matching("table")).hasSize(3);
    }

    @Test
    void where_there_is_no_such_claim_the_nearest_are_named() {
        assertThatThrownBy(() -> ALL.matching("Fig1.plain-56-train-worse-than-plain20"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(
                        "There is no claim \"Fig1.plain-56-train-worse-than-plain20\": the nearest are fig1.plain-56-trains-worse-than-plain-20, ")
                .hasMessageEndingWith(", and \"make claims\" lists all");
    }

    @Test
    void every_claim_is_listed_with_id_kind_place_scale_class_and_method() {
        assertThat(ALL.lines())
                .hasSizeGreaterThan(20)
                .anyMatch(
                        line -> line.matches(
                                "fig1\\.plain-56-trains-worse-than-plain-20 +trained +figure1 +quick +figure1\\.PlainNetworksDegrade\\.deeper_plain_network_trains_worse"))
                .anyMatch(line -> line.matches("table2\\.resnet-34-tests-better-than-resnet-18 .* standard .*"));
    }
}
