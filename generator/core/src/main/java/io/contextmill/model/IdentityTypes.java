package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.IdSpec;
import io.contextmill.spec.Text;
import io.contextmill.spec.TypeExpression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Resolves what ids are written as: UUIDs, or texts that stand in addresses as they are.
 *
 * <p>A text without a pattern has {@value #UNRESERVED}.
 */
final class IdentityTypes {
    /** What no address has to encode (RFC 3986), without what is no name of its own there. */
    private static final String UNRESERVED = "[A-Za-z0-9][A-Za-z0-9._~-]*";

    private static final int LONGEST = 255;
    private static final int SHORTEST = 3;

    /** Patterns that name what they let in, all of which is unreserved. */
    private static final Pattern OF_UNRESERVED =
            Pattern.compile(
                    "(?:[A-Za-z0-9_~-]|\\\\[dw.-]|\\[(?:[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9]|[A-Za-z0-9_~.]"
                            + "|\\\\[dw.-])+-?]|\\(\\?:|\\{\\d+(?:,\\d*)?}|[()|?*+])+");

    /** What an address reads as something else. */
    private static final Set<String> NO_NAMES = Set.of("", ".", "..");

    private final Set<String> declared;
    private final TypeResolver types;
    private final List<Diagnostic> findings;

    /**
     * @param types resolves the types of the language
     */
    IdentityTypes(ContextSpec spec, TypeResolver types, List<Diagnostic> findings) {
        this.declared =
                Stream.concat(
                                spec.types().stream().map(ContextSpec.TypeSpec::name),
                                spec.values().stream().map(ContextSpec.ValueObjectSpec::name))
                        .map(Text::value)
                        .collect(Collectors.toSet());
        this.types = types;
        this.findings = findings;
    }

    /**
     * The type of an id; a UUID where it is something that it cannot be, which is reported.
     *
     * @param identified the aggregate or the entity that it identifies
     */
    IdType of(IdSpec id, String identified) {
        String name = id.name().value();
        FieldModel uuid = new FieldModel(name, Scalar.UUID, false, Limits.NONE, id.name().span());
        FieldModel value = id.value().flatMap(said -> value(said)).orElse(uuid);
        return new IdType(name, identified, value, id.name().span());
    }

    private Optional<FieldModel> value(FieldSpec said) {
        TypeExpression type = said.type();
        if (declared.contains(type.name().value())) {
            report(type.name().span(), quoted(type.name().value()) + " is a type of its own");
            return Optional.empty();
        }
        return types.resolve(said).filter(value -> isOne(value, type)).flatMap(this::identity);
    }

    private boolean isOne(FieldModel value, TypeExpression type) {
        boolean fits = value.type() == Scalar.UUID || value.type() == Scalar.STRING;
        if (value.optional() || !fits) {
            String kind =
                    value.type() instanceof Type.ListType
                            ? "is a list"
                            : value.optional()
                                    ? "may be missing"
                                    : value.type() == Scalar.TEXT ? "has no size" : "is no text";
            report(type.span(), quoted(value.type().word()) + " " + kind);
            return false;
        }
        if (value.type() == Scalar.STRING) {
            checkSize(value.limits(), type);
            type.pattern().ifPresent(this::checkPattern);
        }
        return true;
    }

    private void checkSize(Limits limits, TypeExpression type) {
        int most = limits.maxLength().orElse(LONGEST);
        if (most > LONGEST || most < SHORTEST) {
            SourceSpan size =
                    type.size().isEmpty() ? type.name().span() : type.size().get(0).span();
            report(
                    size,
                    most > LONGEST
                            ? "it may be longer than " + LONGEST + " characters"
                            : "it has fewer than " + SHORTEST + " characters");
        }
    }

    private void checkPattern(Text pattern) {
        if (!OF_UNRESERVED.matcher(pattern.value()).matches()) {
            report(
                    pattern.span(),
                    quoted(pattern.value()) + " may match what an address cannot hold as it is");
        } else if (NO_NAMES.stream().anyMatch(text -> text.matches(pattern.value()))) {
            report(
                    pattern.span(),
                    quoted(pattern.value()) + " matches nothing at all, or only points");
        }
    }

    private Optional<FieldModel> identity(FieldModel value) {
        if (value.type() == Scalar.UUID) {
            return Optional.of(value);
        }
        Limits limits = value.limits();
        return Optional.of(
                new FieldModel(
                        value.name(),
                        value.type(),
                        false,
                        new Limits(
                                limits.minLength(),
                                limits.maxLength(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                List.of(),
                                limits.pattern().or(() -> Optional.of(UNRESERVED))),
                        value.origin()));
    }

    private void report(SourceSpan at, String problem) {
        findings.add(
                TypeRules.UNFITTING_IDENTITY.at(
                        at,
                        "an id cannot be written so: " + problem,
                        "write `uuid`, or a text of letters, digits, `-`, `_`, `.` and `~`, as in"
                                + " `\"string(36)\"` or `\"string(12) ~ [A-Z]{2}-[0-9]{4,9}\"`"));
    }
}
