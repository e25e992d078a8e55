package org.resnetclaims.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resnetclaims.evidence.ObservableRecord;
import org.resnetclaims.report.charts.Illustration;

/** The report as one page that needs nothing but itself. */
final class HtmlReport {

    private HtmlReport() {}

    /**
     * The page is a view of the tree that {@code report.json} holds, so the two cannot disagree.
     *
     * @param charts by the path under which the document names them
     * @param past what earlier sessions came to, by the id of the claim
     */
    static byte[] render(ReportDocument document, Map<String, Illustration> charts, Map<String, List<Past>> past)
            throws IOException {
        Map<String, Object> model = new HashMap<>(ReportJson.tree(document));
        List<Map<String, Object>> claims = claims(document, past);
        model.put("claims", claims);
        model.put("filters", ReportJson.tree(Filters.of(document)));
        model.put("facts", ReportJson.plain(Fact.of(document)));
        model.put("scaleInWords", ReportJson.tree(ScaleInWords.of(document)));
        model.put("whoExpected", Headline.WHO_EXPECTED);
        model.put("failsAbove", ObservableRecord.failsAbove(document.dataset()));
        model.put("machine", Fact.machine(document));
        model.put("guarded", guarded(document));
        model.put(
                "controlIds",
                document.controls().stream().map(ReportedClaim.Control::id).toList());
        model.put("levels", levels(document));
        model.put("tiles", ReportJson.plain(Tile.of(document)));
        model.put("sharing", document.counts().evidence().sharing());
        model.put("failedControls", ReportJson.plain(document.failedControls()));
        int threads = document.environment().threadsPerRun();
        model.put("threadsPerRun", threads == 1 ? "1 thread" : threads + " threads");
        model.put("reusedRuns", document.reusedRuns());
        Map<String, String> drawings = new HashMap<>();
        Map<String, Object> legends = new HashMap<>();
        charts.forEach((path, chart) -> {
            drawings.put(path, chart.svg());
            legends.put(path, ReportJson.plain(chart.legend()));
        });
        model.put("drawings", drawings);
        model.put("legends", legends);
        model.put("measured", formatter(Numbers::measured));
        model.put("signed", formatter(Numbers::signed));
        model.put("tenths", formatter(Numbers::tenths));
        model.put("percentage", formatter(Numbers::percent));
        model.put("probability", formatter(Numbers::probability));
        model.put("pValue", formatter(Numbers::pValue));
        model.put("value", formatter(Numbers::value));
        model.put("duration", formatter(Numbers::duration));
        StringWriter page = new StringWriter();
        Template template = configuration().getTemplate("report.ftlh");
        try {
            template.process(model, page);
        } catch (TemplateException e) {
            throw new IllegalStateException("The template of the report does not fit its data", e);
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Map<String, Object>> claims(ReportDocument document, Map<String, List<Past>> past) {
        return document.claims().stream()
                .map(claim -> {
                    Map<String, Object> tree = new HashMap<>(ReportJson.tree(claim));
                    tree.put("page", ReportJson.tree(ClaimPage.of(claim, past.getOrDefault(claim.id(), List.of()))));
                    return tree;
                })
                .toList();
    }

    /** Of the confidence intervals of claims; more than one only where claims were declared with unlike error rates. */
    private static String levels(ReportDocument document) {
        return document.claims().stream()
                .flatMap(claim -> Stream.ofNullable(claim.interval()))
                .map(interval -> Numbers.percent(interval.level()))
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** The ids of the claims that each control guards, by its id. */
    private static Map<String, List<String>> guarded(ReportDocument document) {
        Map<String, List<String>> guarded = new HashMap<>();
        for (ReportedClaim claim : document.claims()) {
            claim.controls().forEach(control -> guarded.computeIfAbsent(control.id(), any -> new ArrayList<>())
                    .add(claim.id()));
        }
        return guarded;
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(HtmlReport.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }

    private static TemplateMethodModelEx formatter(DoubleFunction<String> format) {
        return arguments -> {
            if (arguments.size() == 1 && arguments.get(0) instanceof TemplateNumberModel number) {
                return format.apply(number.getAsNumber().doubleValue());
            }
            throw new TemplateModelException("A formatter takes one number");
        };
    }
}
