package ykien.signin;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What a person of the newsroom may do. Each role may do all that the ones before it may.
public enum Role {
    /// Approves and refuses what readers sent.
    MODERATOR,
    /// Answers readers, picks comments, closes and opens articles, settles reports.
    EDITOR,
    /// Sees the log of all decisions, and changes settings.
    CHIEF;

    /// The name of the group whose members have this role, such as `moderator`.
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether this role may do what that one may.
    public boolean includes(Role least) {
        return compareTo(least) >= 0;
    }

    /// The highest role that these groups give; empty where none of them is one of the newsroom's.
    static Optional<Role> highest(Collection<String> groups) {
        return Arrays.stream(values())
                .filter(role -> groups.contains(role.group()))
                .max(Comparator.naturalOrder());
    }
}
