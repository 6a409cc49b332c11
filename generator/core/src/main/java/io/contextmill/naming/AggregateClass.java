package io.contextmill.naming;

/** The classes that are generated for each aggregate, beside the one with its name. */
public enum AggregateClass implements ClassFamily {
    /** The sealed interface of its commands. */
    COMMAND(Layer.DOMAIN, "*Command", "*DomainCommand"),
    /** The sealed interface of its events. */
    EVENT(Layer.DOMAIN, "*Event", "*DomainEvent"),
    /** The interface of its decisions, with defaults. */
    DECIDER(Layer.DOMAIN, "*Decider", "*DomainDecider"),
    /** What its owners decide otherwise. */
    BEHAVIOUR(Layer.DOMAIN, "*Behaviour", "*DomainBehaviour"),
    /** The port through which it is kept. */
    REPOSITORY(Layer.DOMAIN, "*Repository", "*DomainRepository"),
    /** The rejection of a command to one that does not exist. */
    NOT_FOUND(Layer.DOMAIN, "*NotFound", "*DomainNotFound"),
    /** The rejection of making one that exists. */
    ALREADY_EXISTS(Layer.DOMAIN, "*AlreadyExists", "*DomainAlreadyExists"),
    /** The rejection of what concerns one that was deleted. */
    NO_LONGER_EXISTS(Layer.DOMAIN, "*NoLongerExists", "*DomainNoLongerExists"),
    /** Its commands and queries over HTTP. */
    CONTROLLER(Layer.WEB, "*Controller", "*DomainController"),
    /** The repository on PostgreSQL. */
    POSTGRES_REPOSITORY(Layer.POSTGRES, "Postgres*Repository", "Postgres*DomainRepository"),
    /** The repository in memory. */
    MEMORY_REPOSITORY(Layer.MEMORY, "Memory*Repository", "Memory*DomainRepository"),
    /** The cases of its decisions, as an abstract test. */
    DECIDER_CONTRACT(Layer.DOMAIN, "*DeciderContract", "*DomainDeciderContract"),
    /** The cases, on the generated defaults. */
    DECIDER_TEST(Layer.DOMAIN, "*DeciderTest", "*DomainDeciderTest"),
    /** The cases, on what its owners decided. */
    BEHAVIOUR_TEST(Layer.DOMAIN, "*BehaviourTest", "*DomainBehaviourTest"),
    /** What every repository keeps, as an abstract test. */
    REPOSITORY_CONTRACT(Layer.DOMAIN, "*RepositoryContract", "*DomainRepositoryContract"),
    /** The contract, on PostgreSQL. */
    POSTGRES_REPOSITORY_TEST(
            Layer.POSTGRES, "Postgres*RepositoryTest", "Postgres*DomainRepositoryTest"),
    /** The contract, in memory. */
    MEMORY_REPOSITORY_TEST(Layer.MEMORY, "Memory*RepositoryTest", "Memory*DomainRepositoryTest"),
    /** The aggregate over HTTP. */
    HTTP_TEST(Layer.WEB, "*HttpTest", "*DomainHttpTest");

    private final Layer layer;
    private final String pattern;
    private final String alternative;

    AggregateClass(Layer layer, String pattern, String alternative) {
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
