package ykien.moderation;

/// The tables that moderation works on, by their names.
///
/// @param articles titles; the number of comments; whether they are open
/// @param comments every comment
/// @param senders how often each sender was approved or refused
/// @param log the decision log
/// @param desk the phrase list and the settings
public record DeskTables(String articles, String comments, String senders, String log, String desk) {}
