package io.contextmill.templates;

/**
 * What a template is filled with: a record. Each component is printed, repeated or left out by its
 * name; what is printed is {@link io.contextmill.templates.text.Encoded}, what is repeated a list
 * of records, what may be left out optional.
 */
public interface View {
    /**
     * The template's path below the folder of this package, without {@code .mustache}. How it ends
     * says what kind of file it makes.
     */
    String template();
}
