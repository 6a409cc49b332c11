package io.contextmill.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A name as the words that it is made of: {@code OrderItem} is <i>Order</i> and <i>Item</i>.
 *
 * <p>A word begins with a capital that follows a small letter or a digit, or that is followed by a
 * small letter ({@code HTTPRequest} is <i>HTTP</i> and <i>Request</i>). Digits belong to the word
 * before them. The {@code s} of a plural stays with its acronym ({@code SKUs}). Whatever is neither
 * letter nor digit separates words.
 *
 * <p>All forms of one name are injective up to case: names whose {@linkplain #folded() folded}
 * forms differ also differ in every other form.
 *
 * @param parts as written; none only for a name without letters and digits
 */
public record Words(List<String> parts) {

    /** Takes a copy of the words. */
    public Words {
        parts = List.copyOf(parts);
    }

    /** The words of a name. */
    public static Words of(String name) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isLetterOrDigit(name.charAt(i))) {
                addWord(parts, name.substring(start, i));
                start = i + 1;
            } else if (i > start && startsWord(name, i)) {
                addWord(parts, name.substring(start, i));
                start = i;
            }
        }
        addWord(parts, name.substring(start));
        return new Words(parts);
    }

    /** The form in which two names that differ in case or separators only are equal. */
    public static String fold(String name) {
        return of(name).folded();
    }

    /** {@code orderitem}. */
    public String folded() {
        return String.join("", lower());
    }

    /** The words in small letters. */
    public List<String> lower() {
        return parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    }

    /** {@code OrderItem}; acronyms stay as they are. */
    public String pascal() {
        return parts.stream().map(Words::capitalised).collect(Collectors.joining());
    }

    /** {@code orderItem}; an acronym at the beginning becomes small. */
    public String camel() {
        if (parts.isEmpty()) {
            return "";
        }
        String first = parts.get(0).toLowerCase(Locale.ROOT);
        return first + new Words(parts.subList(1, parts.size())).pascal();
    }

    /** {@code order_item}. */
    public String snake() {
        return String.join("_", lower());
    }

    /** {@code order-item}. */
    public String kebab() {
        return String.join("-", lower());
    }

    /** {@code ORDER_ITEM}. */
    public String upperSnake() {
        return snake().toUpperCase(Locale.ROOT);
    }

    /** The same words, the last one in the plural: {@code OrderItems}. */
    public Words plural() {
        if (parts.isEmpty()) {
            return this;
        }
        List<String> changed = new ArrayList<>(parts);
        int last = changed.size() - 1;
        changed.set(last, English.plural(changed.get(last)));
        return new Words(changed);
    }

    private static boolean startsWord(String name, int i) {
        if (!Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        if (!Character.isUpperCase(name.charAt(i - 1))) {
            return true;
        }
        return i + 1 < name.length()
                && Character.isLowerCase(name.charAt(i + 1))
                && !isPluralOfAcronym(name, i + 1);
    }

    /**
     * Whether the small letter at an index is the {@code s} of {@code SKUs}, {@code SKUsPerPage}.
     */
    private static boolean isPluralOfAcronym(String name, int i) {
        return name.charAt(i) == 's'
                && (i + 1 == name.length() || !Character.isLowerCase(name.charAt(i + 1)));
    }

    private static void addWord(List<String> parts, String word) {
        if (!word.isEmpty()) {
            parts.add(word);
        }
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
