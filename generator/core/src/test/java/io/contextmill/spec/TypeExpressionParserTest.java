package io.contextmill.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import io.contextmill.source.Findings;
import io.contextmill.source.Node;
import io.contextmill.source.Node.Scalar;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.TypeExpression.Range;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeExpressionParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uuid                      | uuid",
                "string(20)                | string (..20)",
                "string(2..250)            | string (2..250)",
                "string( 2 .. )            | string (2..)",
                "string(..9)               | string (..9)",
                "decimal(12,2) >= 0        | decimal (..12,..2) >=0",
                "decimal(12, 2)>-1.5<=10   | decimal (..12,..2) >-1.5 <=10",
                "OrderLine[]               | OrderLine [..]",
                "OrderLine[ ]              | OrderLine [..]",
                "OrderLine[1..]?           | OrderLine [1..] ?",
                "string(100)? ~ [A-Z]+     | string (..100) ? ~[A-Z]+",
                "string ~ a = b ~ c        | string ~a = b ~ c",
                "OrderStatus = PENDING     | OrderStatus =PENDING",
                "Order.Money?              | Order.Money ?",
            })
    void understands(String text, String parts) {
        Validated<TypeExpression> result = parse(text);
        assertThat(result.diagnostics()).isEmpty();
        assertThat(describe(result.value().orElseThrow())).isEqualTo(parts);
    }

    @Test
    void everyPartKnowsItsPlace() {
        TypeExpression type = parse("'string(2..9)[1..3]? >= 0 ~ x'").value().orElseThrow();
        assertThat(columns(type.span())).isEqualTo("1-31");
        assertThat(columns(type.name().span())).isEqualTo("2-8");
        Range size = type.size().get(0);
        assertThat(columns(size.span())).isEqualTo("9-13");
        assertThat(columns(size.min().orElseThrow().span())).isEqualTo("9-10");
        assertThat(columns(size.max().orElseThrow().span())).isEqualTo("12-13");
        assertThat(columns(type.list().orElseThrow().span())).isEqualTo("15-19");
        assertThat(columns(type.bounds().get(0).operator().span())).isEqualTo("22-24");
        assertThat(columns(type.bounds().get(0).value().span())).isEqualTo("25-26");
        assertThat(columns(type.pattern().orElseThrow().span())).isEqualTo("29-30");
    }

    @Test
    void whatStandsBeforeAMistakeIsKept() {
        Validated<TypeExpression> result = parse("string(20)? oops");
        assertThat(result.diagnostics()).hasSize(1);
        assertThat(describe(result.value().orElseThrow())).isEqualTo("string (..20) ?");
        assertThat(parse("'?'").value()).isEmpty();
    }

    private static Validated<TypeExpression> parse(String yaml) {
        Node node = new YamlReader().read(new SourceFile("x.yaml", yaml)).value().orElseThrow();
        Findings findings = new Findings();
        Optional<TypeExpression> type = TypeExpressionParser.parse((Scalar) node, findings);
        return type.isPresent() ? findings.with(type.get()) : findings.withoutValue();
    }

    private static String columns(SourceSpan span) {
        return span.start().column() + "-" + span.end().column();
    }

    private static String describe(TypeExpression type) {
        StringBuilder text = new StringBuilder(type.name().value());
        List<String> sizes = type.size().stream().map(TypeExpressionParserTest::describe).toList();
        text.append(sizes.isEmpty() ? "" : " (" + String.join(",", sizes) + ")");
        type.list().ifPresent(range -> text.append(" [").append(describe(range)).append("]"));
        text.append(type.optional() ? " ?" : "");
        type.bounds()
                .forEach(bound -> text.append(" ").append(bound.operator()).append(bound.value()));
        type.pattern().ifPresent(pattern -> text.append(" ~").append(pattern));
        type.defaultValue().ifPresent(value -> text.append(" =").append(value));
        return text.toString();
    }

    private static String describe(Range range) {
        return range.min().map(Text::value).orElse("")
                + ".."
                + range.max().map(Text::value).orElse("");
    }
}
