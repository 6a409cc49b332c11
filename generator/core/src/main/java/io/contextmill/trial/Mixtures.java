package io.contextmill.trial;

import io.contextmill.model.Expression;
import io.contextmill.model.FieldModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Combinations of values that are worth trying; the same ones in the same order in every run. */
public final class Mixtures {
    /** So many are tried at most. */
    private static final int MOST = 5000;

    private Mixtures() {}

    /** Values of fields, near the samples of a variant, by the names of the fields. */
    public static Stream<Map<String, Object>> of(
            List<FieldModel> fields, int variant, List<Expression> conditions) {
        List<List<Optional<Object>>> places =
                fields.stream()
                        .map(field -> FieldValues.candidates(field, variant, conditions))
                        .toList();
        return of(places).map(values -> FieldValues.changed(Map.of(), fields, values));
    }

    /**
     * One value for each place. The first value of every place is the usual one; combinations in
     * which one place has another value come before those of two, and all others come last: each of
     * them if there are not too many, else some by chance.
     */
    static <T> Stream<List<T>> of(List<List<T>> places) {
        int[] usual = new int[places.size()];
        Stream<int[]> singles =
                IntStream.range(0, usual.length)
                        .boxed()
                        .flatMap(place -> others(places, usual, place));
        Stream<int[]> pairs =
                IntStream.range(0, usual.length)
                        .boxed()
                        .flatMap(
                                place ->
                                        others(places, usual, place)
                                                .flatMap(
                                                        one ->
                                                                IntStream.range(
                                                                                place + 1,
                                                                                usual.length)
                                                                        .boxed()
                                                                        .flatMap(
                                                                                other ->
                                                                                        others(
                                                                                                places,
                                                                                                one,
                                                                                                other))));
        return Stream.of(Stream.of(usual), singles, pairs.limit(MOST / 2), rest(places))
                .flatMap(some -> some)
                .limit(MOST)
                .map(choice -> chosen(places, choice));
    }

    private static <T> Stream<int[]> others(List<List<T>> places, int[] choice, int place) {
        return IntStream.range(1, places.get(place).size())
                .mapToObj(
                        value -> {
                            int[] other = choice.clone();
                            other[place] = value;
                            return other;
                        });
    }

    private static <T> Stream<int[]> rest(List<List<T>> places) {
        long all = 1;
        for (List<T> place : places) {
            all = Math.min(MOST, all * place.size());
        }
        if (all < MOST) {
            return IntStream.range(0, (int) all).mapToObj(number -> counted(places, number));
        }
        Random chance = new Random(MOST);
        return Stream.generate(
                () -> places.stream().mapToInt(place -> chance.nextInt(place.size())).toArray());
    }

    private static <T> int[] counted(List<List<T>> places, int number) {
        int[] choice = new int[places.size()];
        int left = number;
        for (int place = 0; place < choice.length; place++) {
            choice[place] = left % places.get(place).size();
            left /= places.get(place).size();
        }
        return choice;
    }

    private static <T> List<T> chosen(List<List<T>> places, int[] choice) {
        List<T> values = new ArrayList<>();
        for (int place = 0; place < choice.length; place++) {
            values.add(places.get(place).get(choice[place]));
        }
        return values;
    }
}
