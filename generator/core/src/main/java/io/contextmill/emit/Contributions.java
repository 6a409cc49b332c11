package io.contextmill.emit;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What emitters need in files that one of them writes for all: libraries in the pom, settings in
 * the configuration.
 *
 * <p>Each emitter fills one of its own while it is asked; they are then merged into one that can
 * only be read.
 */
public final class Contributions {
    private final List<MavenDependency> dependencies = new ArrayList<>();
    private final List<ConfigurationKey> configuration = new ArrayList<>();
    private boolean complete;

    /** Nothing yet. */
    public Contributions() {}

    /** Nothing, and nothing can be added. */
    static Contributions none() {
        Contributions none = new Contributions();
        none.complete = true;
        return none;
    }

    /**
     * Asks for a library.
     *
     * @throws IllegalStateException once all emitters were asked
     */
    public void add(MavenDependency dependency) {
        requireOpen();
        dependencies.add(dependency);
    }

    /**
     * Asks for a setting.
     *
     * @throws IllegalStateException once all emitters were asked
     */
    public void add(ConfigurationKey key) {
        requireOpen();
        configuration.add(key);
    }

    /** The libraries; each name once, by scope and name, once all emitters were asked. */
    public List<MavenDependency> dependencies() {
        return List.copyOf(dependencies);
    }

    /** The settings; each key once, sorted, once all emitters were asked. */
    public List<ConfigurationKey> configuration() {
        return List.copyOf(configuration);
    }

    /**
     * One out of many: what is asked for twice is there once. A library gets the widest scope that
     * was asked for, and is optional only where nobody needs it. Two versions of a library, two
     * values of a setting, and a setting whose key another one needs as a folder are errors that
     * name both emitters.
     *
     * @param origin what the errors point to
     */
    static Validated<Contributions> merge(
            SortedMap<EmitterId, Contributions> parts, SourceSpan origin) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<String, Asked<MavenDependency>> libraries = new TreeMap<>();
        Map<String, Asked<ConfigurationKey>> settings = new TreeMap<>();
        parts.forEach(
                (emitter, part) -> {
                    part.dependencies.forEach(
                            wanted ->
                                    libraries.merge(
                                            wanted.name(),
                                            new Asked<>(emitter, wanted),
                                            (a, b) -> both(a, b, origin, diagnostics)));
                    part.configuration.forEach(
                            wanted ->
                                    settings.merge(
                                            wanted.key(),
                                            new Asked<>(emitter, wanted),
                                            (a, b) -> same(a, b, origin, diagnostics)));
                });
        requireTree(List.copyOf(settings.values()), origin, diagnostics);

        Contributions merged = new Contributions();
        libraries.values().stream().map(Asked::what).sorted().forEach(merged.dependencies::add);
        settings.values().stream().map(Asked::what).forEach(merged.configuration::add);
        merged.complete = true;
        return Validated.of(merged, diagnostics);
    }

    private static Asked<MavenDependency> both(
            Asked<MavenDependency> first,
            Asked<MavenDependency> second,
            SourceSpan origin,
            List<Diagnostic> diagnostics) {
        MavenDependency a = first.what();
        MavenDependency b = second.what();
        if (!a.version().equals(b.version())) {
            diagnostics.add(
                    EmitRules.CONTRADICTION.at(
                            origin,
                            "emitter `%s` asks for `%s` in %s, emitter `%s` in %s"
                                    .formatted(
                                            first.emitter(),
                                            a.name(),
                                            spoken(a.version()),
                                            second.emitter(),
                                            spoken(b.version()))));
        }
        return new Asked<>(
                first.emitter(),
                new MavenDependency(
                        a.groupId(),
                        a.artifactId(),
                        a.version(),
                        a.scope().or(b.scope()),
                        a.optional() && b.optional()));
    }

    private static String spoken(Optional<String> version) {
        return version.map(v -> "version `" + v + "`").orElse("the managed version");
    }

    private static Asked<ConfigurationKey> same(
            Asked<ConfigurationKey> first,
            Asked<ConfigurationKey> second,
            SourceSpan origin,
            List<Diagnostic> diagnostics) {
        if (!first.what().value().equals(second.what().value())) {
            diagnostics.add(
                    EmitRules.CONTRADICTION.at(
                            origin,
                            "emitter `%s` sets `%s` to `%s`, emitter `%s` to `%s`"
                                    .formatted(
                                            first.emitter(),
                                            first.what().key(),
                                            first.what().value(),
                                            second.emitter(),
                                            second.what().value())));
        }
        return first;
    }

    private static void requireTree(
            List<Asked<ConfigurationKey>> settings,
            SourceSpan origin,
            List<Diagnostic> diagnostics) {
        for (Asked<ConfigurationKey> outer : settings) {
            for (Asked<ConfigurationKey> inner : settings) {
                if (outer.what().isPrefixOf(inner.what())) {
                    diagnostics.add(
                            EmitRules.CONTRADICTION.at(
                                    origin,
                                    "emitter `%s` sets `%s`, of which emitter `%s` sets the part `%s`"
                                            .formatted(
                                                    outer.emitter(),
                                                    outer.what().key(),
                                                    inner.emitter(),
                                                    inner.what().key())));
                }
            }
        }
    }

    private void requireOpen() {
        if (complete) {
            throw new IllegalStateException("all emitters have been asked already");
        }
    }

    private record Asked<T>(EmitterId emitter, T what) {}
}
