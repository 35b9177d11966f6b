package ykien.moderation;

import java.util.Optional;
import ykien.comment.EmailAddress;
import ykien.comment.PhoneNumber;

/// How whoever sent a comment can be reached: personal data, and prints as such.
public record Contact(EmailAddress email, Optional<PhoneNumber> phone) {
    @Override
    public String toString() {
        return "Contact[hidden]";
    }
}
