package org.resnetclaims.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.resnetclaims.evidence.Status;
import org.resnetclaims.report.ReportedClaim.MeasuredValue;

/**
 * The verdicts as CI servers read test results: one test case for each claim, by its id and statement. A claim that is
 * INCONCLUSIVE is skipped, as is one that was NOT_TESTED; the first word of the message tells which.
 */
final class JUnitXml {

    private final XMLStreamWriter out;

    private JUnitXml(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] render(ReportDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new JUnitXml(writer).write(document);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The verdicts cannot be written as XML", e);
        }
        return bytes.toByteArray();
    }

    private void write(ReportDocument document) throws XMLStreamException {
        List<ReportedClaim> claims = document.claims();
        out.writeStartDocument("UTF-8", "1.0");
        line();
        out.writeStartElement("testsuite");
        attribute("name", "Claims of Deep Residual Learning, scale %s".formatted(document.scale()));
        attribute("timestamp", document.started());
        attribute("time", seconds(document.wallSeconds()));
        attribute("tests", String.valueOf(claims.size()));
        attribute("failures", count(claims, "failure"));
        attribute("errors", count(claims, "error"));
        attribute("skipped", count(claims, "skipped"));
        for (ReportedClaim claim : claims) {
            line();
            write(claim);
        }
        line();
        out.writeEndElement();
        line();
        out.writeEndDocument();
    }

    private void write(ReportedClaim claim) throws XMLStreamException {
        out.writeStartElement("testcase");
        attribute("classname", claim.place().isEmpty() ? "unknown" : claim.place());
        attribute("name", "%s: %s".formatted(claim.id(), claim.statement()));
        attribute("time", seconds(claim.seconds()));
        Map<String, String> numbers = numbers(claim);
        out.writeStartElement("properties");
        for (Map.Entry<String, String> number : numbers.entrySet()) {
            out.writeEmptyElement("property");
            attribute("name", number.getKey());
            attribute("value", number.getValue());
        }
        out.writeEndElement();
        String outcome = outcome(claim);
        if (!outcome.isEmpty()) {
            out.writeEmptyElement(outcome);
            attribute("message", "%s: %s".formatted(claim.standing(), claim.reason()));
            if (!outcome.equals("skipped")) {
                attribute("type", claim.standing().name());
            }
        }
        out.writeStartElement("system-out");
        StringBuilder text = new StringBuilder();
        numbers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        out.writeCharacters(clean(text.append(claim.reason()).toString()));
        out.writeEndElement();
        out.writeEndElement();
    }

    /** The element that says how the test came out; empty where it passed. */
    private static String outcome(ReportedClaim claim) {
        if (claim.asExpected() != null) {
            return claim.asExpected() ? "" : "failure";
        }
        return switch (claim.standing()) {
            case REPRODUCED -> "";
            case REFUTED -> "failure";
            case UNTRUSTWORTHY -> "error";
            case INCONCLUSIVE, NOT_TESTED, OPEN -> "skipped";
        };
    }

    private static Map<String, String> numbers(ReportedClaim claim) {
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("verdict", claim.standing().name());
        Double p = claim.pValue();
        if (p != null && Double.isFinite(p)) {
            numbers.put("p", Numbers.probability(p));
        }
        Double difference = claim.difference();
        if (difference != null && Double.isFinite(difference)) {
            numbers.put(
                    "effect",
                    "%s %s"
                            .formatted(Numbers.signed(difference), claim.unitOfDifferences())
                            .strip());
        }
        if (claim.interval() != null) {
            numbers.put(
                    "interval",
                    "%s to %s (%s)"
                            .formatted(
                                    Numbers.signed(claim.interval().lower()),
                                    Numbers.signed(claim.interval().upper()),
                                    Numbers.percent(claim.interval().level())));
        }
        MeasuredValue furthest = claim.furthest();
        if (difference == null && furthest != null) {
            numbers.put(
                    "furthest",
                    "%s: %s for %s".formatted(furthest.name(), Numbers.value(furthest.value()), furthest.printed()));
        }
        if (claim.standing() == Status.REFUTED && Boolean.TRUE.equals(claim.asExpected())) {
            numbers.put("expected", "REFUTED");
        }
        return numbers;
    }

    private static String count(List<ReportedClaim> claims, String outcome) {
        return String.valueOf(
                claims.stream().filter(claim -> outcome(claim).equals(outcome)).count());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, clean(value));
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n");
    }

    /** Without the characters that no XML may hold. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}
