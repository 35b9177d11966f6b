package ykien.signin;

/// One of the newspaper's people, as the identity provider knows them.
///
/// @param subject the provider's own name for the person, which never changes
/// @param name as colleagues read it, in the log of decisions too
public record Person(String subject, String name, Role role) {}
