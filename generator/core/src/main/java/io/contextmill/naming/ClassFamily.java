package io.contextmill.naming;

import io.contextmill.words.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of class that is generated once for each of some kind of thing.
 *
 * <p>Its name is made of the thing's by a pattern, in which {@code *} stands for the name and
 * {@code **} for its plural. Where something else has that name, the second pattern is used; and if
 * that is taken as well, the second with the smallest number from 2 behind it that is free.
 */
sealed interface ClassFamily
        permits AggregateClass, CommandClass, QueryClass, ReadModelClass, ValueClass, ContextClass {
    /** The package it belongs to. */
    Layer layer();

    /** How it is called. */
    String pattern();

    /** How it is called where something else has the first name. */
    String alternative();

    /** Both names for a thing. */
    default List<String> candidates(String name) {
        return Stream.of(pattern(), alternative()).map(pattern -> filled(pattern, name)).toList();
    }

    private static String filled(String pattern, String name) {
        return pattern.contains("**")
                ? pattern.replace("**", Words.of(name).plural().pascal())
                : pattern.replace("*", name);
    }
}
