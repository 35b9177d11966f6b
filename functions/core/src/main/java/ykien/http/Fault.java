package ykien.http;

/// One thing wrong in one field, and what to do about it.
///
/// @param field the field's name in the form and in JSON, such as `email`
/// @param wrong what is wrong, a sentence
/// @param remedy what to do, a sentence
public record Fault(String field, String wrong, String remedy) {
    /// Both sentences.
    public String text() {
        return wrong + " " + remedy;
    }
}
