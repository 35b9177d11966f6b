package ykien.http;

/// The code behind a route.
@FunctionalInterface
public interface Action {
    /// Answers one request.
    ///
    /// @throws Refusal where the request can't be answered as asked
    Response answer(Request request);
}
