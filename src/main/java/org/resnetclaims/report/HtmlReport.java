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
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;

/** The report as one page that needs nothing but itself. */
final class HtmlReport {

    private HtmlReport() {}

    /**
     * The page is a view of the tree that {@code report.json} holds, so the two cannot disagree.
     *
     * @param drawings SVG by the path under which the document names it
     */
    static byte[] render(ReportDocument document, Map<String, byte[]> drawings) throws IOException {
        Map<String, Object> model = new HashMap<>(ReportJson.tree(document));
        model.put("claims", claims(document));
        model.put("tiles", ReportJson.plain(Tile.of(document)));
        model.put("sharing", document.counts().evidence().sharing());
        model.put("drawOfSeeds", document.drawOfSeeds());
        model.put("failedControls", ReportJson.plain(document.failedControls()));
        int threads = document.environment().threadsPerRun();
        model.put("threadsPerRun", threads == 1 ? "1 thread" : threads + " threads");
        model.put("reusedRuns", document.reusedRuns());
        Map<String, String> images = new HashMap<>();
        // As images rather than as elements of the page, since the ids in one SVG would clash with those in the next.
        drawings.forEach((path, svg) -> images.put(
                path, "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg)));
        model.put("images", images);
        model.put("measured", formatter(Numbers::measured));
        model.put("signed", formatter(Numbers::signed));
        model.put("tenths", formatter(Numbers::tenths));
        model.put("percentage", formatter(Numbers::percent));
        model.put("probability", formatter(Numbers::probability));
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

    private static List<Map<String, Object>> claims(ReportDocument document) {
        return document.claims().stream()
                .map(claim -> {
                    Map<String, Object> tree = new HashMap<>(ReportJson.tree(claim));
                    tree.put("page", ReportJson.tree(ClaimPage.of(claim)));
                    return tree;
                })
                .toList();
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
