package io.contextmill.naming;

/** The classes that are generated for each command, beside the one with its name. */
public enum CommandClass implements ClassFamily {
    /** Carries it out. */
    HANDLER(Layer.APPLICATION, "*Handler", "*CommandHandler"),
    /** Its body over HTTP. */
    REQUEST(Layer.WEB, "*Request", "*CommandRequest"),
    /** The test of its handler. */
    HANDLER_TEST(Layer.APPLICATION, "*HandlerTest", "*CommandHandlerTest");

    private final Layer layer;
    private final String pattern;
    private final String alternative;

    CommandClass(Layer layer, String pattern, String alternative) {
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
