package io.contextmill.naming;

/** The classes that are generated for each value object, beside the one with its name. */
public enum ValueClass implements ClassFamily {
    /** What a caller says of one over HTTP. */
    REQUEST(Layer.WEB, "*Request", "*ValueRequest"),
    /** What one can do, where the team says so. */
    BEHAVIOUR(Layer.DOMAIN, "*Behaviour", "*ValueBehaviour");

    private final Layer layer;
    private final String pattern;
    private final String alternative;

    ValueClass(Layer layer, String pattern, String alternative) {
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
