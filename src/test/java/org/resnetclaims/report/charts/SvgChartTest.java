package org.resnetclaims.report.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.ArmRecord;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Fixtures;
import org.xml.sax.InputSource;

class SvgChartTest {

    private static final List<ArmRecord> ARMS = Fixtures.degradation(3).arms();

    @Test
    void writes_text_as_text_and_colours_as_classes() {
        String svg = new SvgChart(TrainingCurves.draw(ARMS, List.of(3, 5)), "curves").draw();

        assertThat(svg)
                .contains("aria-label=\"curves\"", ">iteration</text>", ">error (%)</text>", ">800</text>")
                .contains("class=\"c3 a1 mean\"", "class=\"c5 a2 mean\"", "class=\"c3 a1 run\"", "class=\"c3 a1 band\"")
                .doesNotContain("#", "rgb");
    }

    @Test
    void says_the_value_of_each_point() {
        String svg = new SvgChart(TrainingCurves.draw(ARMS, List.of(0, 1)), "curves").draw();

        assertThat(svg).contains("<title>plain-56 training: 84 at iteration 100</title>");
    }

    @Test
    void is_well_formed_whatever_its_text() throws Exception {
        for (ClaimRecord claim :
                List.of(Fixtures.degradation(3), Fixtures.multiplyAdds(), Fixtures.withDivergedRun())) {
            Illustrations illustrations = new Illustrations(List.of(claim));
            for (Illustration chart : illustrations.numbers(claim)) {
                String svg = SvgChart.alone(new SvgChart(chart.chart(), "<a & \"b\">").draw());
                assertThat(DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new InputSource(new StringReader(svg)))
                                .getDocumentElement()
                                .getAttribute("aria-label"))
                        .isEqualTo("<a & \"b\">");
            }
        }
    }

    @Test
    void ticks_are_round_numbers() {
        assertThat(Ticks.between(0, 600, 6)).containsExactly(0.0, 100.0, 200.0, 300.0, 400.0, 500.0, 600.0);
        assertThat(Ticks.between(-0.23, 0.31, 6).stream().map(Ticks::text))
                .containsExactly("-0.2", "-0.1", "0", "0.1", "0.2", "0.3");
    }
}
