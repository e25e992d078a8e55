package org.resnetclaims.data;

import java.util.regex.Pattern;

/** Messages to the user that may quote the content of files and settings. */
public final class Sentence {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private Sentence() {}

    /**
     * The text with a question mark for each line break or control character, so that what it quotes can neither look
     * like another message nor send commands to the terminal.
     */
    public static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
