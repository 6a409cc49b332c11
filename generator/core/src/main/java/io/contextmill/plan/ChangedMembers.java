package io.contextmill.plan;

import io.contextmill.plan.JavaMember.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In what the members of a type become others. */
final class ChangedMembers {
    private final List<JavaMember> kept = new ArrayList<>();
    private final List<JavaMember> removed = new ArrayList<>();
    private final List<JavaMember> added = new ArrayList<>();
    private final List<JavaMember> after;

    /** Between two states of a file. */
    ChangedMembers(List<JavaMember> before, List<JavaMember> after) {
        this.after = after;
        for (JavaMember member : before) {
            (after.stream().anyMatch(member::isLike) ? kept : removed).add(member);
        }
        after.stream()
                .filter(member -> before.stream().noneMatch(member::isLike))
                .forEach(added::add);
    }

    /** Whether nothing that was used before could miss anything. */
    boolean isHarmless() {
        return removed.isEmpty() && added.stream().noneMatch(JavaMember::isAbstract);
    }

    /** What is used with so many arguments and cannot be any more. */
    Optional<JavaMember> used(Kind kind, String owner, String name, int arguments) {
        return kept.stream().anyMatch(member -> isUsed(member, kind, owner, name, arguments))
                ? Optional.empty()
                : removed.stream()
                        .filter(member -> isUsed(member, kind, owner, name, arguments))
                        .findFirst();
    }

    /** What is named without arguments and cannot be any more, as it was. */
    Optional<JavaMember> named(Kind kind, String owner, String name) {
        return kept.stream().anyMatch(member -> isNamed(member, kind, owner, name))
                ? Optional.empty()
                : removed.stream().filter(member -> isNamed(member, kind, owner, name)).findFirst();
    }

    /** What is overridden and is no more. */
    Optional<JavaMember> overridden(String owner, String name, List<String> types) {
        return removed.stream()
                .filter(member -> isNamed(member, Kind.METHOD, owner, name))
                .filter(member -> member.types().equals(types))
                .findFirst();
    }

    /** What those who implement a type have to say from now on. */
    List<JavaMember> asked(String owner) {
        return added.stream()
                .filter(member -> member.isAbstract() && member.owner().equals(owner))
                .toList();
    }

    /** What takes the place of a member that goes; nothing where that cannot be told. */
    Optional<JavaMember> successor(JavaMember gone) {
        List<JavaMember> all =
                added.stream()
                        .filter(member -> isNamed(member, gone.kind(), gone.owner(), gone.name()))
                        .toList();
        // Of overloads it is the one that begins in the same way.
        return all.size() == 1
                ? Optional.of(all.get(0))
                : all.stream().filter(member -> begins(member.types(), gone.types())).findFirst();
    }

    /** Whether what makes such a type is filled by name. */
    boolean isFilledByName(String owner) {
        return after.stream().anyMatch(member -> isNamed(member, Kind.METHOD, owner, "of"));
    }

    private static boolean begins(List<String> longer, List<String> shorter) {
        return longer.size() >= shorter.size() && longer.subList(0, shorter.size()).equals(shorter);
    }

    private static boolean isUsed(
            JavaMember member, Kind kind, String owner, String name, int arguments) {
        return isNamed(member, kind, owner, name) && member.parameters().size() == arguments;
    }

    private static boolean isNamed(JavaMember member, Kind kind, String owner, String name) {
        return member.kind() == kind && member.owner().equals(owner) && member.name().equals(name);
    }
}
