package io.contextmill.spec;

import java.util.List;
import java.util.stream.Stream;

/**
 * The words that the value of a key can be.
 *
 * @param key the key
 * @param words those that are understood
 * @param later those of the language that nothing is generated for yet
 */
record Choice(String key, List<String> words, List<String> later) {
    static final Choice SUBDOMAIN =
            new Choice("subdomain", List.of("core", "supporting", "generic"), List.of());
    static final Choice JAVA = new Choice("java", List.of("17", "21", "25"), List.of());
    static final Choice TARGET = new Choice("target", List.of("spring-boot"), List.of("plain"));
    static final Choice DATABASE =
            new Choice("database", List.of("postgresql"), List.of("mongodb", "memory"));
    static final Choice PERSISTENCE =
            new Choice("persistence", List.of("state", "events"), List.of());
    static final Choice CREATES =
            new Choice("creates", List.of("always", "ifAbsent", "never"), List.of());
    static final Choice VISIBILITY =
            new Choice("visibility", List.of("private", "public"), List.of());

    static final Choice DROP = new Choice("drop", List.of("true", "false"), List.of());

    /** Of a field, which has a type instead where it stays. */
    static final Choice DROPPED = new Choice("drop", List.of("true"), List.of());

    static final Choice DELETES = new Choice("deletes", List.of("true", "false"), List.of());

    static final Choice BROKER =
            new Choice("broker", List.of("rabbitmq", "kafka", "memory"), List.of());
    static final Choice SAGAS = new Choice("sagas", List.of("embedded", "temporal"), List.of());
    static final Choice MESH = new Choice("mesh", List.of("istio", "linkerd", "none"), List.of());
    static final Choice DISCOVERY = new Choice("discovery", List.of("mesh", "consul"), List.of());
    static final Choice GENERATED = new Choice("generated", List.of("source", "build"), List.of());
    static final Choice STYLE =
            new Choice("style", List.of("orchestration", "choreography"), List.of());
    static final Choice RELATIONSHIP =
            new Choice(
                    "relationship",
                    List.of(
                            "partnership",
                            "shared-kernel",
                            "customer-supplier",
                            "conformist",
                            "anti-corruption-layer",
                            "open-host-service",
                            "published-language"),
                    List.of());
    static final Choice JITTER =
            new Choice("jitter", List.of("full", "equal", "decorrelated"), List.of());
    static final Choice BULKHEAD_KIND =
            new Choice("kind", List.of("semaphore", "threads"), List.of());
    static final Choice FALLBACK =
            new Choice("fallback", List.of("cache", "ownData", "fixed"), List.of());
    static final Choice BEHAVIOUR = new Choice("behaviour", List.of("owned"), List.of());

    /** A key that is true or false. */
    static Choice yesOrNo(String key) {
        return new Choice(key, List.of("true", "false"), List.of());
    }

    /** Every word of the language that can stand here. */
    List<String> all() {
        return Stream.concat(words.stream(), later.stream()).toList();
    }
}
