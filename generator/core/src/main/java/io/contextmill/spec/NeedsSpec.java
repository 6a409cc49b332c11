package io.contextmill.spec;

import java.util.List;
import java.util.Optional;

/**
 * What a command or a query needs from others before it decides, and who may ask for it.
 *
 * @param calls operations of upstreams, by the names that their results have
 * @param reads queries, by the names that their results have
 * @param roles those of which a caller has one
 * @param owner what must hold for a caller
 */
public record NeedsSpec(
        List<UseSpec> calls,
        List<UseSpec> reads,
        List<Text> roles,
        Optional<ExpressionSpec> owner) {

    /** Takes copies of the lists. */
    public NeedsSpec {
        calls = List.copyOf(calls);
        reads = List.copyOf(reads);
        roles = List.copyOf(roles);
    }

    /** Something of others, by the name that its result has. */
    public record UseSpec(Text name, Text of) {}
}
