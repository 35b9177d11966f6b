package ykien.signin;

/// What an identity provider's word turned out to be worth.
sealed interface Identification {
    /// The provider vouches for somebody, and it is the provider.
    record Known(Identity identity) implements Identification {}

    /// Something is wrong with what came in the provider's name.
    ///
    /// @param reason for the log: in the library's words, without any part of a token that could be used
    record Refused(String reason) implements Identification {}
}
