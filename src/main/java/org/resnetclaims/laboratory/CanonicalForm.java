package org.resnetclaims.laboratory;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a record is, in full: the text of a record itself will not do, since a record may override it.
 *
 * @param text equal for equal records only: the name of the class, and the name and value of each component
 * @param classes of the record and of the records and enums within
 */
record CanonicalForm(String text, Set<Class<?>> classes) {

    CanonicalForm {
        classes = Set.copyOf(classes);
    }

    /** @throws IllegalArgumentException if it holds anything but records, enums, strings, numbers and lists of these */
    static CanonicalForm of(Record value) {
        Set<Class<?>> classes = new HashSet<>();
        return new CanonicalForm(text(value, classes), classes);
    }

    private static String text(Record value, Set<Class<?>> classes) {
        Class<?> type = value.getClass();
        classes.add(type);
        StringJoiner text = new StringJoiner(", ", type.getName() + "[", "]");
        for (RecordComponent component : type.getRecordComponents()) {
            String where = "component %s of %s".formatted(component.getName(), type.getName());
            text.add("%s=%s".formatted(component.getName(), text(content(value, component), where, classes)));
        }
        return text.toString();
    }

    private static String text(@Nullable Object value, String where, Set<Class<?>> classes) {
        if (value instanceof Record nested) {
            return text(nested, classes);
        }
        if (value instanceof Enum<?> constant) {
            // A constant with a body has a class of its own.
            classes.add(value.getClass());
            return "%s.%s".formatted(constant.getDeclaringClass().getName(), constant.name());
        }
        if (value instanceof List<?> list) {
            StringJoiner text = new StringJoiner(", ", "[", "]");
            list.forEach(element -> text.add(text(element, where, classes)));
            return text.toString();
        }
        if (value instanceof String string) {
            return "\"%s\"".formatted(string.replace("\\", "\\\\").replace("\"", "\\\""));
        }
        if (value == null || isPlain(value)) {
            return String.valueOf(value);
        }
        throw new IllegalArgumentException(
                "The %s holds a %s, whose text need not say in full what it is: use records, enums, strings, numbers, or lists of these"
                        .formatted(where, value.getClass().getTypeName()));
    }

    private static boolean isPlain(Object value) {
        return value instanceof Boolean
                || value instanceof Character
                || value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Float
                || value instanceof Double;
    }

    /** Of the field, since an accessor may be overridden too. */
    private static @Nullable Object content(Record value, RecordComponent component) {
        try {
            Field field = value.getClass().getDeclaredField(component.getName());
            field.setAccessible(true);
            return field.get(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every component of a record has a field of its name", e);
        }
    }
}
