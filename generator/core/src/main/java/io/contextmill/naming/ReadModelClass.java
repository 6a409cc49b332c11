package io.contextmill.naming;

/** The classes that are generated for each read model, beside the one with its name. */
public enum ReadModelClass implements ClassFamily {
    /** Builds its rows from events. */
    PROJECTION(Layer.READ_MODEL, "*Projection", "*ViewProjection"),
    /** The port through which its rows are kept. */
    ROWS(Layer.READ_MODEL, "**", "*Rows"),
    /** The rows on PostgreSQL. */
    POSTGRES_ROWS(Layer.POSTGRES, "Postgres**", "Postgres*Rows"),
    /** The rows in memory. */
    MEMORY_ROWS(Layer.MEMORY, "Memory**", "Memory*Rows"),
    /** The test of the projection. */
    PROJECTION_TEST(Layer.READ_MODEL, "*ProjectionTest", "*ViewProjectionTest"),
    /** What every store of rows keeps, as an abstract test. */
    ROWS_CONTRACT(Layer.READ_MODEL, "**Contract", "*RowsContract"),
    /** The contract, on PostgreSQL. */
    POSTGRES_ROWS_TEST(Layer.POSTGRES, "Postgres**Test", "Postgres*RowsTest"),
    /** The contract, in memory. */
    MEMORY_ROWS_TEST(Layer.MEMORY, "Memory**Test", "Memory*RowsTest");

    private final Layer layer;
    private final String pattern;
    private final String alternative;

    ReadModelClass(Layer layer, String pattern, String alternative) {
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
