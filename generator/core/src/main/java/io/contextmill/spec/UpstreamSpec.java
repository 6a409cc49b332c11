package io.contextmill.spec;

import io.contextmill.spec.ContextSpec.FieldSpec;
import java.util.List;
import java.util.Optional;

/**
 * What a context depends on: another context of the workspace, or a system outside it.
 *
 * @param relationship a relationship of the context map
 * @param critical {@code true} if nothing works without it
 * @param external {@code true} if it is outside the workspace
 * @param shares the types of a shared kernel
 */
public record UpstreamSpec(
        Text name,
        Optional<Text> description,
        Optional<Text> relationship,
        Optional<Text> critical,
        Optional<Text> external,
        List<OperationSpec> operations,
        Optional<ResilienceSpec> resilience,
        List<Text> shares) {

    /** Takes copies of the lists. */
    public UpstreamSpec {
        operations = List.copyOf(operations);
        shares = List.copyOf(shares);
    }

    /** Whether it is outside the workspace. */
    public boolean isExternal() {
        return external.filter(said -> said.value().equals("true")).isPresent();
    }

    /**
     * An operation that it offers.
     *
     * @param idempotent {@code true} if it may be called again
     * @param fallback what answers instead, the first first
     */
    public record OperationSpec(
            Text name,
            Optional<Text> description,
            List<FieldSpec> request,
            List<FieldSpec> response,
            Optional<Text> idempotent,
            List<Text> fallback) {

        /** Takes copies of the lists. */
        public OperationSpec {
            request = List.copyOf(request);
            response = List.copyOf(response);
            fallback = List.copyOf(fallback);
        }
    }

    /** How calls are kept from doing harm; what is absent takes its default. */
    public record ResilienceSpec(
            Optional<Text> budget,
            Optional<TimeoutSpec> timeout,
            Optional<RetrySpec> retry,
            Optional<BreakerSpec> circuitBreaker,
            Optional<BulkheadSpec> bulkhead) {}

    /** How long each part of a call may take. */
    public record TimeoutSpec(
            Optional<Text> connect,
            Optional<Text> read,
            Optional<Text> write,
            Optional<Text> pool) {}

    /** How often a call is made, and after which pauses. */
    public record RetrySpec(
            Optional<Text> attempts,
            Optional<Text> base,
            Optional<Text> cap,
            Optional<Text> jitter,
            Optional<Text> within) {}

    /** After how many failures no call is made, and for how long. */
    public record BreakerSpec(Optional<Text> failures, Optional<Text> recovery) {}

    /** How many calls may be under way at once, and how long others wait. */
    public record BulkheadSpec(
            Optional<Text> kind, Optional<Text> slots, Optional<Text> longestWait) {}
}
