package org.resnetclaims.laboratory.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {

    @TempDir
    private Path folder;

    private int compilations;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void f() { throw new Error(\"TEXT\"); }",
                "void f(int i) { throw new Error(\"TEXT \" + i + \" TEXT\"); }",
                "void f(int i) { throw new Error(\"TEXT %d\".formatted(i)); }",
                "void f(int i) { throw new Error(i > 0 ? \"TEXT\" : \"another\", new Exception(\"TEXT\")); }",
                "void f(int i) { throw new Failure(new Failure(\"one\").getMessage() + \"TEXT\"); }",
                "void f(Object o) { java.util.Objects.requireNonNull(o, \"TEXT\"); }",
                "void f(java.util.Optional<String> o) { o.orElseThrow(() -> new Error(\"TEXT\")); }",
                "void f(boolean b) { assert b : \"TEXT\"; }"
            })
    void the_text_of_an_exception_does_not_count(String method) throws IOException {
        assertThat(form(method.replace("TEXT", "much longer, and ends with a number 1")))
                .isEqualTo(form(method.replace("TEXT", "short")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String f() { return \"TEXT\"; }",
                "String f(int i) { return \"TEXT\" + i; }",
                "Object f() { return new MeanError(\"TEXT\"); }",
                "Object f() { var e = new Error(); return \"TEXT\"; }",
                "Object f() { return new MeanError(new Error(\"one\").getMessage() + \"TEXT\"); }",
                "void f() { throw make(\"TEXT\"); } Error make(String text) { return new Error(text); }",
                "static final String TEXT = \"TEXT\";"
            })
    void every_other_text_counts(String method) throws IOException {
        assertThat(form(method.replace("\"TEXT\"", "\"one\"")))
                .isNotEqualTo(form(method.replace("\"TEXT\"", "\"two\"")));
    }

    @Test
    void what_is_computed_for_an_exception_counts() throws IOException {
        assertThat(form("void f(int i) { throw new Error(\"text \" + i); }"))
                .isNotEqualTo(form("void f(int i) { throw new Error(\"text \" + -i); }"));
    }

    @Test
    void the_order_of_methods_and_the_lines_do_not_count() throws IOException {
        assertThat(form("int f() { return g(); } int g() { return 1; }"))
                .isEqualTo(form("int g() { return 1; }\n\n\n/** Says so. */ int f() { return g(); }"));
    }

    @Test
    void the_order_of_permitted_subclasses_does_not_count() throws IOException {
        String members = "sealed interface Shape permits Round, Square {} "
                + "record Round() implements Shape {} record Square() implements Shape {}";

        assertThat(form("sample/Sample$Shape", members))
                .isEqualTo(form("sample/Sample$Shape", members.replace("Round, Square", "Square, Round")));
    }

    @Test
    void annotations_of_types_do_not_count_but_those_of_declarations_do() throws IOException {
        assertThat(form("@OfType String f(@OfType String s) { return s; }"))
                .isEqualTo(form("String f(String s) { return s; }"));
        assertThat(form("@Deprecated String f(String s) { return s; }"))
                .isNotEqualTo(form("String f(String s) { return s; }"));
    }

    @Test
    void what_lambdas_are_called_does_not_count() throws IOException {
        String idle = "void a() { Runnable none = () -> {}; }";
        String method = "Runnable f(int i) { return () -> System.exit(i); }";

        assertThat(form(idle + method)).isEqualTo(form(method + idle));
    }

    @Test
    void which_lambda_is_used_where_counts() throws IOException {
        String method = "Runnable f(boolean b) { return b ? () -> System.exit(1) : () -> System.exit(2); }";

        assertThat(form(method)).isNotEqualTo(form(method.replace("b ?", "!b ?")));
        assertThat(form(method)).isNotEqualTo(form(method.replace("(2)", "(3)").replace("(1)", "(2)")));
    }

    private byte[] form(String members) throws IOException {
        return form("sample/Sample", members);
    }

    private byte[] form(String name, String members) throws IOException {
        String source = """
                package sample;
                class Sample { %s }
                class MeanError { MeanError(String text) {} }
                class Failure extends IllegalStateException { Failure(String text) { super(text); } }
                @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
                @interface OfType {}
                """.formatted(members);
        ClassLoader loader = Compilation.of(folder.resolve("" + compilations++), Map.of("sample/Sample.java", source));
        return NormalForm.of(name, new ClassFiles(loader)).code();
    }
}
