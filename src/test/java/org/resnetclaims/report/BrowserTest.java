package org.resnetclaims.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resnetclaims.evidence.EvidenceStore;
import org.resnetclaims.evidence.SessionRecord;
import org.resnetclaims.evidence.Underway;

/** The page in a real browser. Skipped where there is none. */
@Tag("long")
class BrowserTest {

    /** Where {@code .ci/run} puts it. */
    private static final Path AXE = Path.of("target", "axe", "node_modules", "axe-core", "axe.min.js");

    private static final Path REFERENCE =
            Path.of("results", "reference", "quick-cpu").toAbsolutePath();

    private static final int MOST_PAGES = 60;

    /** Pixels of a laptop's screen. */
    private static final int FIRST_SCREEN = 800;

    @TempDir
    static Path folder;

    private static Path page;
    private static Path reference;
    private static Browser browser;

    @BeforeAll
    static void draw_seventy_claims() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "No Chromium or Chrome is on the path: the page is not tested in a browser.");
        EvidenceStore store = new EvidenceStore(folder.resolve("results"));
        SeventyClaims.write(store);
        Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING);
        page = store.reportHtml();
        reference = drawnFrom(REFERENCE).reportHtml();
        browser = Browser.start(program.get(), folder.resolve("profile"));
    }

    /** The records of the committed reference as this code draws them. */
    private static EvidenceStore drawnFrom(Path records) {
        EvidenceStore committed = new EvidenceStore(records);
        EvidenceStore store = new EvidenceStore(folder.resolve("reference"));
        store.writeSession(committed.readSession());
        committed.readClaims().forEach(store::write);
        Report.render(store, store.readSession(), store.readClaims(), Earlier.NOTHING);
        return store;
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, false", "360, true", "768, false", "768, true", "1280, false", "1280, true"})
    void nothing_is_wider_than_the_window_and_nothing_fails(int width, boolean dark) throws Exception {
        browser.open(page, width, dark, true);

        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(browser.evaluate("document.querySelector('.effects tbody th a').parentElement.clientWidth")
                        .asInt())
                .as("pixels for the statements of claims")
                .isGreaterThan(150);
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"360, false", "768, true", "1280, false", "1280, true"})
    void axe_finds_nothing_serious(int width, boolean dark) throws Exception {
        assumeTrue(Files.exists(AXE), "axe-core is not at %s: .ci/run fetches it.".formatted(AXE));
        browser.open(reference, width, dark, true);
        browser.evaluate(Files.readString(AXE) + ";0");

        JsonNode found = browser.evaluate("""
                axe.run({exclude: ['.chart', '.strip']}, {resultTypes: ['violations']}).then(results => results.violations
                  .filter(violation => ['serious', 'critical'].includes(violation.impact))
                  .map(violation => violation.id + ': ' + violation.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | ')))
                """);

        assertThat(Browser.texts(found)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, false", "dark, true"})
    void text_and_lines_stand_out_from_the_page(String scheme, boolean dark) throws Exception {
        browser.open(page, 1280, dark, true);

        JsonNode faint = browser.evaluate("""
                (() => {
                  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
                  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
                    .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
                  const ground = element => {
                    for (let at = element; at; at = at.parentElement) {
                      const colour = parse(getComputedStyle(at).backgroundColor);
                      if (colour.length < 4 || colour[3] > 0) return colour;
                    }
                    return [255, 255, 255];
                  };
                  const contrast = element => {
                    const both = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
                    return (both[0] + 0.05) / (both[1] + 0.05);
                  };
                  const below = (selector, least) => Array.from(document.querySelectorAll(selector))
                    .filter(element => contrast(element) < least)
                    .map(element => selector + ' ' + contrast(element).toFixed(2) + ' ' + element.textContent.slice(0, 40));
                  return [...below('p, td, th, li, a, dt, dd, small, figcaption, .badge, .tiles strong, .axis', 4.5),
                    ...below('.chart .c0, .chart .c1, .chart .c2, .chart .c3, .chart .c4, .chart .c5, .chart .c6, .strip', 3)].slice(0, 10);
                })()
                """);

        assertThat(Browser.texts(faint)).as(scheme).isEmpty();
    }

    @Test
    void the_first_screen_says_what_holds_what_does_not_how_sure_at_which_scale_and_where() throws Exception {
        SessionRecord session = new EvidenceStore(REFERENCE).readSession();
        browser.open(reference, 1280, false, true);

        String seen = browser.evaluate("""
                        Array.from(document.querySelectorAll('header p, .tiles li, .main tr, .sure, #unlike, .unlike li'))
                          .filter(one => one.getBoundingClientRect().top < %d - 20).map(one => one.innerText).join('\\n')
                        """.formatted(FIRST_SCREEN)).asText();

        assertThat(seen)
                .contains(
                        "Scale %s:".formatted(session.scale()),
                        "trained on %d images".formatted(session.dataset().trainingImages()),
                        session.environment().cpu(),
                        "would still stand",
                        "A 56-layer plain network has a higher training error than a 20-layer one",
                        "A 56-layer residual network has a lower test error than the plain one",
                        "What does not hold here")
                .as("three of those that do not hold, by name")
                .containsPattern("(?s)((Refuted|Inconclusive|Untrustworthy)(, .*?)?: .*?){3}");
    }

    @Test
    void every_link_within_the_reference_leads_somewhere() throws Exception {
        browser.open(reference, 1280, false, true);

        for (String target : Browser.texts(
                browser.evaluate(
                        "Array.from(new Set(Array.from(document.querySelectorAll('a[href]')).map(a => a.getAttribute('href'))))"))) {
            if (target.startsWith("#")) {
                assertThat(browser.evaluate("document.getElementById('%s') !== null".formatted(target.substring(1)))
                                .asBoolean())
                        .as(target)
                        .isTrue();
            } else if (!URI.create(target).isAbsolute()) {
                assertThat(reference.resolveSibling(target)).exists();
            }
        }
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void filters_take_claims_out_of_the_figure_the_index_and_the_sections() throws Exception {
        browser.open(page, 1280, false, true);

        assertThat(shown("tr")).isEqualTo(70 + 10);
        browser.evaluate("""
                (() => {
                  const form = document.querySelector('.filter');
                  form.elements.verdict.value = 'NOT_TESTED';
                  form.dispatchEvent(new Event('input', { bubbles: true }));
                })()
                """);

        assertThat(shown("tr")).isEqualTo(10 + 10);
        assertThat(shown("article")).isZero();
        assertThat(shown("li")).isEqualTo(10);
        assertThat(browser.evaluate("document.querySelector('.filter output').textContent")
                        .asText())
                .isEqualTo("10 shown");
    }

    @Test
    void a_legend_takes_an_arm_out_of_its_chart_and_a_pointer_finds_values() throws Exception {
        browser.open(page, 1280, false, true);
        JsonNode point = browser.evaluate("""
                (() => {
                  const figure = Array.from(document.querySelectorAll('figure')).find(one => one.querySelector('.legend button'));
                  figure.scrollIntoView({ block: 'center', behavior: 'instant' });
                  const mark = figure.querySelector('.a1.mean g');
                  const box = mark.getBoundingClientRect();
                  return [box.x + box.width / 2, box.y + box.height / 2];
                })()
                """);

        browser.moveTo(point.get(0).asDouble() + 1, point.get(1).asDouble() + 1);

        assertThat(browser.evaluate(
                                "new Promise(done => setTimeout(() => done(document.querySelector('.tip').textContent), 100))")
                        .asText())
                .matches("network-\\d+ (training|test): [0-9.]+ at iteration [0-9,]+");
        assertThat(browser.evaluate("""
                (() => {
                  const figure = Array.from(document.querySelectorAll('figure')).find(one => one.querySelector('.legend button'));
                  const seen = () => getComputedStyle(figure.querySelector('.a1.mean')).display !== 'none';
                  const before = seen();
                  figure.querySelector('.legend button').click();
                  const after = seen();
                  figure.querySelector('.legend button').click();
                  return [before, after, seen()].join();
                })()
                """).asText()).isEqualTo("true,false,true");
    }

    @Test
    void a_chart_shows_a_part_of_it_larger_and_the_whole_again() throws Exception {
        browser.open(page, 1280, false, true);

        JsonNode drawings = browser.evaluate("""
                (() => {
                  const figure = Array.from(document.querySelectorAll('figure')).find(one => one.querySelector('.a1.mean .path, .a1.mean path'));
                  const chart = figure.querySelector('.chart');
                  const [closer, whole] = figure.querySelectorAll('.zoom button');
                  const drawing = () => chart.querySelector('.ticks').textContent + ' ' + chart.querySelector('.a1.mean path').getAttribute('d');
                  const before = drawing();
                  closer.click();
                  const near = drawing();
                  whole.click();
                  return [before, near, drawing()];
                })()
                """);
        assertThat(drawings.get(1)).isNotEqualTo(drawings.get(0));
        assertThat(drawings.get(2)).isEqualTo(drawings.get(0));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void a_page_of_a_session_under_way_keeps_the_filter_when_it_comes_anew() throws Exception {
        browser.open(halfway(Instant.now()), 1280, false, true);
        browser.evaluate("""
                (() => {
                  const form = document.querySelector('.filter');
                  form.elements.verdict.value = 'OPEN';
                  form.dispatchEvent(new Event('input', { bubbles: true }));
                })()
                """);

        browser.open(halfway(Instant.now()), 1280, false, true);

        assertThat(browser.evaluate("document.querySelector('.filter').elements.verdict.value")
                        .asText())
                .isEqualTo("OPEN");
        assertThat(browser.evaluate("document.querySelector('.underway label').hidden")
                        .asBoolean())
                .isFalse();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void a_page_that_nobody_renews_says_since_when() throws Exception {
        browser.open(halfway(Instant.now().minusSeconds(1800)), 1280, false, true);

        assertThat(browser.evaluate(
                                "new Promise(done => setTimeout(() => done(document.querySelector('.underway').textContent), 100))")
                        .asText())
                .contains("Stopped.", "30 minutes ago: its session was stopped before its end");
    }

    private static Path halfway(Instant asOf) {
        EvidenceStore store = new EvidenceStore(folder.resolve("halfway"));
        SeventyClaims.write(store);
        store.writeUnderway(new Underway(asOf, 30, Set.of("table1.costs-3"), 60.0));
        HalfwayReports.draw(store, Earlier.NOTHING);
        return store.reportHtml();
    }

    @Test
    void the_picture_of_the_readme_is_small_enough_for_it() throws Exception {
        assertThat(Screenshot.of(browser, reference)).hasSizeBetween(20_000, 200_000);
    }

    @Test
    void all_is_readable_without_scripts() throws Exception {
        browser.open(page, 1280, false, false);

        assertThat(browser.evaluate("document.querySelector('.filter').hidden").asBoolean())
                .isTrue();
        assertThat(browser.evaluate("document.querySelector('article').innerText")
                        .asText())
                .contains("Every seed", "Sequential checks", "mvn verify -Dclaim=");
    }

    @Test
    void is_printed_whole_on_few_pages() throws Exception {
        browser.open(page, 720, true, true);
        browser.media("print", true);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(720);
        assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo("rgb(255, 255, 255)");

        assertThat(pages(browser.pdf())).isBetween(5, MOST_PAGES);
    }

    private static int shown(String element) {
        return browser.evaluate(
                        "Array.from(document.querySelectorAll('%s[data-claim]')).filter(one => one.offsetParent).length"
                                .formatted(element))
                .asInt();
    }

    private static int pages(byte[] pdf) throws IOException {
        return (int) Pattern.compile("/Type\\s*/Page[^s]")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
