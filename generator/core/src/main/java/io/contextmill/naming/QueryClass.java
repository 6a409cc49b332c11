package io.contextmill.naming;

/** The classes that are generated for each query, beside the one with its name. */
public enum QueryClass implements ClassFamily {
    /** Answers it. */
    HANDLER(Layer.APPLICATION, "*Handler", "*QueryHandler"),
    /** The test of its handler. */
    HANDLER_TEST(Layer.APPLICATION, "*HandlerTest", "*QueryHandlerTest");

    private final Layer layer;
    private final String pattern;
    private final String alternative;

    QueryClass(Layer layer, String pattern, String alternative) {
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
