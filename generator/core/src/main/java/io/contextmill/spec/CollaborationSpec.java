package io.contextmill.spec;

import java.util.List;

/**
 * How a context works together with others, and with itself over time.
 *
 * @param needs what its commands and queries need, for those that need something
 * @param renames what had another name before
 */
public record CollaborationSpec(
        List<PolicySpec> policies,
        List<SagaSpec> sagas,
        List<TimerSpec> timers,
        List<UpstreamSpec> upstreams,
        List<NeedsOf> needs,
        List<RenameSpec> renames) {

    /** Takes copies of the lists. */
    public CollaborationSpec {
        policies = List.copyOf(policies);
        sagas = List.copyOf(sagas);
        timers = List.copyOf(timers);
        upstreams = List.copyOf(upstreams);
        needs = List.copyOf(needs);
        renames = List.copyOf(renames);
    }

    /** What a command or a query needs. */
    public record NeedsOf(Text name, NeedsSpec needs) {}

    /**
     * A name that something had before.
     *
     * @param thing what it is, as in "a command"
     */
    public record RenameSpec(String thing, Text name, Text before) {}
}
