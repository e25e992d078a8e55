package org.resnetclaims.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalFormTest {

    @Test
    void it_names_the_class_and_every_component() {
        Inner inner = new Inner(1, 0.5);
        String here = CanonicalFormTest.class.getName();

        assertThat(CanonicalForm.of(new Outer("a", inner, Choice.LEFT, List.of(1, 2)))
                        .text())
                .isEqualTo(here + "$Outer[name=\"a\", inner=" + here + "$Inner[count=1, share=0.5], choice=" + here
                        + "$Choice.LEFT, any=[1, 2]]");
    }

    @Test
    void records_that_hide_what_they_differ_in_have_different_texts() {
        Secretive one = new Secretive(1);
        Secretive two = new Secretive(2);

        assertThat(one).hasToString(two.toString());
        assertThat(CanonicalForm.of(one).text())
                .isNotEqualTo(CanonicalForm.of(two).text());
    }

    @Test
    void a_string_cannot_pass_for_another_component() {
        assertThat(CanonicalForm.of(new Pair("a\", second=\"b", "c")).text())
                .isNotEqualTo(CanonicalForm.of(new Pair("a", "b\", second=\"c")).text());
    }

    @Test
    void it_tells_the_classes_that_cannot_be_found_by_reference() {
        assertThat(CanonicalForm.of(new Outer("a", null, Choice.RIGHT, List.of(new Inner(1, 2))))
                        .classes())
                .containsExactlyInAnyOrder(Outer.class, Inner.class, Choice.RIGHT.getClass());
    }

    static List<Object> without_text() {
        IntUnaryOperator lambda = x -> x + 1;
        return List.of(new int[] {1}, lambda, new Object(), List.of(new Object()));
    }

    @ParameterizedTest
    @MethodSource("without_text")
    void what_has_no_text_is_refused(Object value) {
        assertThatThrownBy(() -> CanonicalForm.of(new Outer("a", null, Choice.LEFT, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The component any of " + Outer.class.getName() + " holds a ")
                .hasMessageEndingWith(
                        ", whose text need not say in full what it is: use records, enums, strings, numbers, or lists of these");
    }

    private record Inner(int count, double share) {}

    private record Outer(String name, Inner inner, Choice choice, Object any) {}

    private record Pair(String first, String second) {}

    private record Secretive(int number) {

        @Override
        public int number() {
            return 0;
        }

        @Override
        public String toString() {
            return "a secret";
        }
    }

    private enum Choice {
        LEFT,
        RIGHT {
            @Override
            public String toString() {
                return "to the right";
            }
        }
    }
}
