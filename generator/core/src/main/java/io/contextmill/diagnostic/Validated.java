package io.contextmill.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value together with everything that was found on the way to it.
 *
 * @param value absent when it could not be made; present values may come with errors, so that later
 *     stages can report theirs as well
 * @param diagnostics all findings, in {@link Diagnostic#ORDER}
 */
public record Validated<T>(Optional<T> value, List<Diagnostic> diagnostics) {

    /** Sorts the findings. */
    public Validated {
        diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).distinct().toList();
    }

    /** A value with the findings made on the way to it. */
    public static <T> Validated<T> of(T value, List<Diagnostic> diagnostics) {
        return new Validated<>(Optional.of(value), diagnostics);
    }

    /** No value, for the reasons given. */
    public static <T> Validated<T> failed(List<Diagnostic> diagnostics) {
        return new Validated<>(Optional.empty(), diagnostics);
    }

    /** Hands the value, where there is one, to the next stage and keeps the findings of both. */
    public <U> Validated<U> then(Function<? super T, Validated<U>> next) {
        if (value.isEmpty()) {
            return failed(diagnostics);
        }
        Validated<U> result = next.apply(value.get());
        List<Diagnostic> all = new java.util.ArrayList<>(diagnostics);
        all.addAll(result.diagnostics());
        return new Validated<>(result.value(), all);
    }

    /** Whether one of the findings is an error. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
