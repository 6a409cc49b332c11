package io.contextmill.starter;

import io.contextmill.words.ReservedWords;
import io.contextmill.words.Words;
import java.util.regex.Pattern;

/**
 * What is asked before a project is made.
 *
 * @param context the name of its context, as in the spec
 * @param group the group of its Maven artifact
 * @param packageName the package of its code
 */
public record Answers(String context, String group, String packageName) {
    /** The context where nobody names one. */
    public static final String DEFAULT_CONTEXT = "Tasks";

    /** The group where nobody names one. */
    public static final String DEFAULT_GROUP = "com.example";

    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** Whether Maven takes a text for a group. */
    public static boolean isGroup(String text) {
        return GROUP.matcher(text).matches();
    }

    /** The package where nobody names one: below the group, called as the context is. */
    public static String defaultPackage(String context, String group) {
        return group.replaceAll("[^a-z0-9_.]", "") + "." + ReservedWords.packageSegment(context);
    }

    /** The folder where nobody names one. */
    public static String defaultFolder(String context) {
        return Words.of(context).kebab();
    }
}
