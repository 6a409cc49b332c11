package io.contextmill.naming;

/** A package of a generated service, by its place below the package of the context. */
public enum Layer {
    /** Aggregates, ids, values, events, commands, repository ports. */
    DOMAIN(""),
    /** Handlers. */
    APPLICATION("application"),
    /** Views, queries, and the projections that build the views. */
    READ_MODEL("readmodel"),
    /** HTTP. */
    WEB("adapter.web"),
    /** The domain's values as JSON. */
    JSON("adapter.json"),
    /** PostgreSQL. */
    POSTGRES("adapter.postgres"),
    /** Memory, for tests. */
    MEMORY("adapter.memory"),
    /** From domain events to the language that contexts share. */
    CONTRACT("adapter.contract"),
    /** The wiring of the container. */
    CONFIG("config"),
    /** What tests need and no context is about. */
    TESTING("testing"),
    /** What every service needs and no context is about. */
    PLATFORM("platform");

    private final String suffix;

    Layer(String suffix) {
        this.suffix = suffix;
    }

    /** The package, below that of the context. */
    String in(String contextPackage) {
        return suffix.isEmpty() ? contextPackage : contextPackage + "." + suffix;
    }
}
