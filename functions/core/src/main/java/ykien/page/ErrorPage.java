package ykien.page;

import ykien.http.Problem;

/// Why there is no such page, or what went wrong.
///
/// @param typed what the reader had written into a form that can't be sent; it must not be lost
public record ErrorPage(Frame frame, Problem problem, String typed) {}
