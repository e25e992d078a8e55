package org.resnetclaims.data;

import java.util.regex.Pattern;

/** Sentences for the user, which may quote what stands in files and settings. */
public final class Sentence {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private Sentence() {}

    /** The text on one line, so that nothing it quotes can pass for another message or command the terminal. */
    public static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
