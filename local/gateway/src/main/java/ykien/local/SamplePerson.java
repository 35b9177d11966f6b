package ykien.local;

import java.util.Arrays;
import java.util.Optional;
import ykien.signin.Role;

/// Somebody who can sign in on this machine: one a role.
enum SamplePerson {
    MODERATOR("Người duyệt mẫu", Role.MODERATOR),
    EDITOR("Biên tập viên mẫu", Role.EDITOR),
    CHIEF("Tổng biên tập mẫu", Role.CHIEF);

    /// As it stands on the button and in the log of decisions.
    final String displayName;

    final Role role;

    SamplePerson(String displayName, Role role) {
        this.displayName = displayName;
        this.role = role;
    }

    /// What the provider calls the person, who has no other name there than that of the group.
    String subject() {
        return "mau-" + role.group();
    }

    /// The one whose group has this name.
    static Optional<SamplePerson> of(String group) {
        return Arrays.stream(values())
                .filter(person -> person.role.group().equals(group))
                .findFirst();
    }
}
