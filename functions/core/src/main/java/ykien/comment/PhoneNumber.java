package ykien.comment;

/// A reader's phone number, as typed: personal data, and prints as such.
public record PhoneNumber(String value) {
    @Override
    public String toString() {
        return "PhoneNumber[hidden]";
    }
}
