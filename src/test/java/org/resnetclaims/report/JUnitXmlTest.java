package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.resnetclaims.evidence.ClaimRecord;
import org.resnetclaims.evidence.Fixtures;
import org.w3c.dom.Element;

class JUnitXmlTest {

    @Test
    void names_each_claim_with_its_verdict_p_and_effect() throws Exception {
        Element suite = suite(Fixtures.degradation(3));
        Element test = (Element) suite.getElementsByTagName("testcase").item(0);

        assertThat(test.getAttribute("name"))
                .isEqualTo("fig1.plain-56-trains-worse-than-plain-20: "
                        + "A 56-layer plain network has a higher training error than a 20-layer one");
        assertThat(test.getAttribute("classname")).isEqualTo("figure1");
        assertThat(test.getElementsByTagName("system-out").item(0).getTextContent())
                .contains("verdict: REPRODUCED", "p: ", "effect: +32.80 points", "interval: ");
    }

    @Test
    void tells_what_failed_from_what_was_skipped_and_why() throws Exception {
        Element suite = suite(
                Fixtures.withDivergedRun(),
                Fixtures.notTested("It takes ImageNet."),
                Fixtures.multiplyAdds(),
                Fixtures.expectedToBeRefuted(Fixtures.numeric(), "figures", "reason"));

        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
        assertThat(message(suite, "skipped", 0)).startsWith("INCONCLUSIVE: ");
        assertThat(message(suite, "skipped", 1)).isEqualTo("NOT_TESTED: It takes ImageNet.");
        assertThat(message(suite, "failure", 0)).startsWith("REFUTED: ResNet-50 takes 4.09");
    }

    @Test
    void is_xml_whatever_the_reason() throws Exception {
        Element suite = suite(Fixtures.notTested("<a & \"b\">\u0000\uD83D\uDE00"));

        assertThat(message(suite, "skipped", 0)).isEqualTo("NOT_TESTED: <a & \"b\">?\uD83D\uDE00");
    }

    private static String message(Element suite, String outcome, int index) {
        return ((Element) suite.getElementsByTagName(outcome).item(index)).getAttribute("message");
    }

    private static Element suite(ClaimRecord... claims) throws Exception {
        byte[] xml = JUnitXml.render(
                ReportBuilder.build(Fixtures.session(), List.of(claims), List.of(), Map.of(), List.of(), null));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }
}
