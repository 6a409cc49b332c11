package io.contextmill.emitters.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Writes random expressions of which every part has a type, about the aggregate and the command of
 * {@link ExpressionEquivalenceTest}.
 */
final class RandomExpressions {
    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    /** Whether whole numbers may be computed here, which fails where they become too large. */
    private boolean arithmetic = true;

    private int items;

    RandomExpressions(Random random) {
        this.random = random;
    }

    /**
     * An expression in three spellings.
     *
     * @param ours as a spec has it
     * @param cel as CEL evaluates it without our extensions: fields of the state are selected from
     *     {@code state}, decimals are compared and computed by functions, and value objects are
     *     maps
     * @param ordered the same where {@code &&} and {@code ||} are conditionals, so that an error on
     *     the left is one of the whole
     */
    record Written(String ours, String cel, String ordered) {
        static Written of(String text) {
            return new Written(text, text, text);
        }

        static Written field(String name) {
            return new Written(name, "state." + name, "state." + name);
        }
    }

    /** The parts put into one format for all spellings: {@code %s}. */
    private static Written all(String format, Written... parts) {
        return spelled(format, format, format, parts);
    }

    /** The parts put into one format for specs and another for CEL. */
    private static Written spelled(String ours, String cel, Written... parts) {
        return spelled(ours, cel, cel, parts);
    }

    private static Written spelled(String ours, String cel, String ordered, Written... parts) {
        Object[] own = new Object[parts.length];
        Object[] foreign = new Object[parts.length];
        Object[] strict = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            own[i] = parts[i].ours();
            foreign[i] = parts[i].cel();
            strict[i] = parts[i].ordered();
        }
        return new Written(
                String.format(ours, own),
                String.format(cel, foreign),
                String.format(ordered, strict));
    }

    @SafeVarargs
    private Written one(Supplier<Written>... ways) {
        return ways[random.nextInt(ways.length)].get();
    }

    private String anyOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** Something that holds or not. */
    Written condition(int depth) {
        if (depth <= 0) {
            return one(
                    () -> Written.of(anyOf("true", "false")),
                    () -> Written.field("open"),
                    () -> Written.of("command.urgent"),
                    () -> all("%s == " + anyOf("RED", "GREEN"), Written.field("colour")),
                    () -> has("spare"),
                    () -> has("nick"),
                    () -> Written.of("has(command.hint)"));
        }
        int less = depth - 1;
        return one(
                () -> condition(0),
                () -> all("!(%s)", condition(less)),
                () ->
                        spelled(
                                "(%s) && (%s)",
                                "(%s) && (%s)",
                                "((%s) ? (%s) : false)",
                                condition(less),
                                condition(less)),
                () ->
                        spelled(
                                "(%s) || (%s)",
                                "(%s) || (%s)",
                                "((%s) ? true : (%s))",
                                condition(less),
                                condition(less)),
                () ->
                        all(
                                "((%s) ? (%s) : (%s))",
                                condition(less), condition(less), condition(less)),
                () -> all("(%s) " + comparison() + " (%s)", whole(less), whole(less)),
                () -> all("(%s) " + comparison() + " (%s)", whole(less), whole(less)),
                () -> compared(decimal(less), decimal(less)),
                () -> compared(decimal(less), whole(less)),
                () -> compared(whole(less), decimal(less)),
                () -> compared(decimal(less), point()),
                () -> all("(%s) " + equality() + " (%s)", text(less), text(less)),
                () -> all("(%s) " + equality() + " (%s)", money(less), money(less)),
                () -> all("(%s) " + equality() + " (%s)", condition(less), condition(less)),
                () -> all("(%s) " + equality() + " (%s)", list(less), list(less)),
                () ->
                        all(
                                "(%s)." + anyOf("startsWith", "endsWith", "contains") + "(%s)",
                                text(less),
                                text(less)),
                () -> all("(%s) in (%s)", whole(less), list(less)),
                () -> all("(%s) in [%s, 'ab', %s]", text(less), text(less), text(less)),
                () -> all("%s " + comparison() + " command.day", Written.field("since")),
                () -> all("(%s) " + comparison() + " (%s)", instant(less), instant(less)),
                () -> all("(%s) " + comparison() + " (%s)", duration(less), duration(less)),
                () -> all("%s " + equality() + " command.owner", Written.field("owner")),
                () ->
                        all(
                                "(%s ? %s : command.paint) " + equality() + " %s",
                                condition(less),
                                Written.field("colour"),
                                Written.field("colour")),
                () ->
                        spelled(
                                "(has(nick) && nick == (%s))",
                                "(has(state.nick) && state.nick == (%s))",
                                "(has(state.nick) ? state.nick == (%s) : false)",
                                text(less)),
                () ->
                        spelled(
                                "(!has(spare) || spare > (%s))",
                                "(!has(state.spare) || state.spare > (%s))",
                                "(!has(state.spare) ? true : state.spare > (%s))",
                                whole(less)),
                () -> quantified(less));
    }

    private static Written has(String field) {
        return new Written(
                "has(" + field + ")", "has(state." + field + ")", "has(state." + field + ")");
    }

    private String comparison() {
        return anyOf("<", "<=", ">", ">=", "==", "!=");
    }

    private String equality() {
        return anyOf("==", "!=");
    }

    private Written compared(Written left, Written right) {
        String sign = comparison();
        return spelled("(%s) " + sign + " (%s)", "compared(%s, %s) " + sign + " 0", left, right);
    }

    private Written quantified(int depth) {
        String macro = anyOf("all", "exists");
        return random.nextBoolean()
                ? with(
                        Written.field("lines"),
                        lines,
                        (item, list) ->
                                all("%s." + macro + "(" + item + ", %s)", list, predicate(depth)))
                : with(
                        list(depth),
                        numbers,
                        (item, list) ->
                                all(
                                        "(%s)." + macro + "(" + item + ", %s)",
                                        list,
                                        predicate(depth)));
    }

    private Written predicate(int depth) {
        return calmly(() -> condition(depth));
    }

    /** A part in which no whole number can become too large. */
    private Written calmly(Supplier<Written> part) {
        boolean before = arithmetic;
        arithmetic = false;
        try {
            return part.get();
        } finally {
            arithmetic = before;
        }
    }

    /** A part that sees the item of a list. */
    private Written with(
            Written list, List<String> scope, BiFunction<String, Written, Written> part) {
        // Names that Java has for other things, too.
        String wanted = anyOf("i", "number", "candidate", "item");
        boolean taken = lines.contains(wanted) || numbers.contains(wanted);
        String item = taken ? "i" + items++ : wanted;
        scope.add(item);
        try {
            return part.apply(item, list);
        } finally {
            scope.remove(item);
        }
    }

    /** A whole number. */
    Written whole(int depth) {
        if (depth <= 0) {
            return one(
                    () -> Written.of(anyOf("0", "1", "2", "-1", "7", "100")),
                    () ->
                            Written.of(
                                    anyOf(
                                            "9223372036854775807",
                                            "2147483647",
                                            "-2147483648",
                                            "3000000000")),
                    () -> Written.field("count"),
                    () -> Written.field("big"),
                    () -> Written.of("command.quantity"),
                    () -> Written.of("command.much"),
                    () -> number("count"),
                    () -> lineOf(".quantity", "command.quantity"),
                    () -> all("size(%s)", Written.field("name")),
                    () -> all("size(%s)", Written.field("lines")));
        }
        int less = depth - 1;
        if (!arithmetic) {
            return one(
                    () -> whole(0),
                    () -> all("((%s) ? (%s) : (%s))", condition(less), whole(less), whole(less)));
        }
        return one(
                () -> whole(0),
                () -> all("(%s) + (%s)", whole(less), whole(less)),
                () -> all("(%s) - (%s)", whole(less), whole(less)),
                () -> all("(%s) * (%s)", whole(less), whole(less)),
                () -> all("-(%s)", whole(less)),
                () -> all("((%s) ? (%s) : (%s))", condition(less), whole(less), whole(less)),
                () ->
                        spelled(
                                "(has(spare) ? spare : (%s))",
                                "(has(state.spare) ? state.spare : (%s))", whole(less)),
                () -> all("size(%s)", text(less)),
                () -> all("size(%s)", list(less)),
                () -> spelled("(%s).sum()", "sum(%s)", list(less)));
    }

    private Written number(String otherwise) {
        return numbers.isEmpty()
                ? Written.field(otherwise)
                : Written.of(numbers.get(random.nextInt(numbers.size())));
    }

    private Written lineOf(String member, String otherwise) {
        return lines.isEmpty()
                ? Written.of(otherwise)
                : Written.of(lines.get(random.nextInt(lines.size())) + member);
    }

    /** An exact number with digits behind the point. */
    Written decimal(int depth) {
        if (depth <= 0) {
            return one(
                    () -> Written.field("price"),
                    () -> Written.of("command.fee"),
                    () -> all("%s.amount", Written.field("total")),
                    () -> lineOf(".price.amount", "command.fee"));
        }
        int less = depth - 1;
        return one(
                () -> decimal(0),
                () -> computed(decimal(less), decimal(less)),
                () -> computed(decimal(less), whole(0)),
                () -> computed(whole(0), decimal(less)),
                () -> computed(decimal(less), point()),
                () -> spelled("-(%s)", "negated(%s)", decimal(less)),
                () -> all("((%s) ? (%s) : (%s))", condition(less), decimal(less), decimal(less)),
                () ->
                        spelled(
                                "(has(weight) ? weight : (%s))",
                                "(has(state.weight) ? state.weight : (%s))", decimal(less)),
                () ->
                        with(
                                Written.field("lines"),
                                lines,
                                (item, list) ->
                                        spelled(
                                                "%s.map(" + item + ", %s).sum()",
                                                "decimals(%s.map(" + item + ", %s))",
                                                list,
                                                calmly(() -> decimal(less)))));
    }

    private Written computed(Written left, Written right) {
        int which = random.nextInt(3);
        String sign = List.of("+", "-", "*").get(which);
        String function = List.of("added", "subtracted", "multiplied").get(which);
        return spelled("(%s) " + sign + " (%s)", function + "(%s, %s)", left, right);
    }

    /** A literal with a point; only beside decimals. */
    private Written point() {
        String text = anyOf("0.0", "1.5", "0.01", "12.50", "99.999");
        return new Written(text, "decimal('" + text + "')", "decimal('" + text + "')");
    }

    /** A text. */
    Written text(int depth) {
        if (depth <= 0) {
            return one(
                    () -> Written.of(anyOf("''", "'a'", "'ab'", "'ä'", "'😀x'", "'EUR'")),
                    () -> Written.field("name"),
                    () -> Written.of("command.word"),
                    () -> all("%s.currency", Written.field("total")));
        }
        int less = depth - 1;
        return one(
                () -> text(0),
                () -> all("(%s) + (%s)", text(less), text(less)),
                () -> all("((%s) ? (%s) : (%s))", condition(less), text(less), text(less)),
                () ->
                        spelled(
                                "(has(nick) ? nick : (%s))",
                                "(has(state.nick) ? state.nick : (%s))", text(less)),
                () -> all("(has(command.hint) ? command.hint : (%s))", text(less)));
    }

    /** A length of time. */
    Written duration(int depth) {
        if (depth <= 0) {
            return one(
                    () ->
                            Written.of(
                                    "duration('"
                                            + anyOf("1s", "36h", "-1m30s", "1500ms0.5s")
                                            + "')"),
                    () -> Written.field("term"),
                    () -> Written.of("command.wait"));
        }
        int less = depth - 1;
        return one(
                () -> duration(0),
                () -> all("(%s) + (%s)", duration(less), duration(less)),
                () -> all("(%s) - (%s)", duration(less), duration(less)),
                () -> all("(%s) - (%s)", instant(less), instant(less)),
                () -> all("((%s) ? (%s) : (%s))", condition(less), duration(less), duration(less)));
    }

    /** A point on the time line. */
    Written instant(int depth) {
        if (depth <= 0) {
            return one(() -> Written.field("made"), () -> Written.of("command.at"));
        }
        int less = depth - 1;
        return one(
                () -> instant(0),
                () -> all("(%s) + (%s)", instant(less), duration(less)),
                () -> all("(%s) + (%s)", duration(less), instant(less)),
                () -> all("(%s) - (%s)", instant(less), duration(less)),
                () -> all("((%s) ? (%s) : (%s))", condition(less), instant(less), instant(less)));
    }

    private Written money(int depth) {
        return one(
                () -> Written.field("total"),
                () -> Written.of("command.limit"),
                () -> lineOf(".price", "command.limit"),
                () ->
                        spelled(
                                "Money{amount: (%s ? price : total.amount), currency: 'EUR'}",
                                "{'amount': (%s ? state.price : state.total.amount), 'currency': 'EUR'}",
                                condition(depth - 1)));
    }

    /** A list of whole numbers. */
    Written list(int depth) {
        if (depth <= 0) {
            return one(() -> Written.field("numbers"), () -> Written.of("command.others"));
        }
        int less = depth - 1;
        return one(
                () -> list(0),
                () -> all("[%s, %s]", whole(less), whole(less)),
                () ->
                        with(
                                list(less),
                                numbers,
                                (item, list) ->
                                        all(
                                                "(%s).filter(" + item + ", %s)",
                                                list,
                                                predicate(less))),
                () ->
                        with(
                                list(less),
                                numbers,
                                (item, list) ->
                                        all(
                                                "(%s).map(" + item + ", %s)",
                                                list,
                                                calmly(() -> whole(less)))),
                () ->
                        with(
                                Written.field("lines"),
                                lines,
                                (item, list) ->
                                        all(
                                                "%s.map(" + item + ", %s)",
                                                list,
                                                calmly(() -> whole(less)))),
                () -> all("((%s) ? (%s) : (%s))", condition(less), list(less), list(less)));
    }
}
