package ykien.page;

import java.util.Optional;
import ykien.http.Problem;

/// Why there is no such page, or what went wrong.
///
/// @param article the path of the article that it is about
/// @param typed what the reader had written into a form that can't be sent; it must not be lost
public record ErrorPage(Frame frame, Problem problem, Optional<String> article, String typed) {}
