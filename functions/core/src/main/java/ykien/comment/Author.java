package ykien.comment;

import java.util.Optional;

/// Who sent a comment: personal data, and prints as such. Of all this readers see the name.
public record Author(String name, EmailAddress email, Optional<PhoneNumber> phone) {
    @Override
    public String toString() {
        return "Author[hidden]";
    }
}
