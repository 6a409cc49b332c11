package io.contextmill.naming;

/** The classes that are generated for each context, beside the one with its name. */
public enum ContextClass implements ClassFamily {
    /** Starts the service. */
    APPLICATION(Layer.CONFIG, "*Application", "*ServiceApplication"),
    /** Builds every object of the service. */
    CONFIGURATION(Layer.CONFIG, "*Configuration", "*ServiceConfiguration"),
    /** What can be configured. */
    PROPERTIES(Layer.CONFIG, "*Properties", "*ServiceProperties"),
    /** Makes what keeps its data in PostgreSQL. */
    POSTGRES_ADAPTER(Layer.POSTGRES, "PostgresAdapter", "*PostgresAdapter"),
    /** Makes what keeps its data in memory. */
    MEMORY_ADAPTER(Layer.MEMORY, "MemoryAdapter", "*MemoryAdapter"),
    /** Teaches Jackson the domain's types. */
    DOMAIN_JSON(Layer.JSON, "DomainJson", "*DomainJson"),
    /** The forms that events had before. */
    EARLIER_EVENTS(Layer.JSON, "EarlierEvents", "*EarlierEvents"),
    /** Makes integration events of domain events. */
    PUBLIC_LANGUAGE(Layer.CONTRACT, "PublicLanguage", "*PublicLanguage"),
    /** What becomes of each domain event among other contexts. */
    PUBLIC_LANGUAGE_TEST(Layer.CONTRACT, "PublicLanguageTest", "*PublicLanguageTest"),
    /** Makes what answers over HTTP. */
    WEB_ADAPTER(Layer.WEB, "WebAdapter", "*WebAdapter"),
    /** Equality and construction of values. */
    VALUES_TEST(Layer.DOMAIN, "ValuesTest", "*ValuesTest"),
    /** Which package may import which. */
    ARCHITECTURE_TEST(Layer.DOMAIN, "ArchitectureTest", "*ArchitectureTest"),
    /** What the domain's values look like in JSON. */
    DOMAIN_JSON_TEST(Layer.JSON, "DomainJsonTest", "*DomainJsonTest"),
    /** Marks the tests of the whole service. */
    SERVICE_TEST(Layer.CONFIG, "ServiceTest", "*ServiceTest"),
    /** The database of the service in tests. */
    DATABASE(Layer.CONFIG, "*Database", "*ServiceDatabase"),
    /** Which database the service's login enters. */
    DATABASE_ACCESS_TEST(Layer.CONFIG, "DatabaseAccessTest", "*DatabaseAccessTest"),
    /** Has the service use the test database. */
    TEST_DATABASE_CONFIGURATION(
            Layer.CONFIG, "TestDatabaseConfiguration", "*TestDatabaseConfiguration"),
    /** Has the service decide at one moment. */
    TEST_CLOCK_CONFIGURATION(Layer.CONFIG, "TestClockConfiguration", "*TestClockConfiguration"),
    /** What the service answers beside its own resources. */
    APPLICATION_TEST(Layer.CONFIG, "*ApplicationTest", "*ServiceApplicationTest"),
    /** Read models are the same after they were built anew. */
    REBUILD_TEST(Layer.CONFIG, "ReadModelRebuildTest", "*ReadModelRebuildTest"),
    /** Starts the service on a database of its own. */
    TEST_APPLICATION(Layer.CONFIG, "Test*Application", "Test*ServiceApplication");

    private final Layer layer;
    private final String pattern;
    private final String alternative;

    ContextClass(Layer layer, String pattern, String alternative) {
        this.layer = layer;
        this.pattern = pattern;
        this.alternative = alternative;
    }

    @Override
    public Layer layer() {
        return layer;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public String alternative() {
        return alternative;
    }
}
