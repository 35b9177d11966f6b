package ykien.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/// What may stand between readers and the API, such as a CDN: it proves itself by a secret in a header of its own, and
/// only then is it believed which address a reader comes from.
///
/// @param secrets any of which proves it; more than one while they are being changed
/// @param isOnlyWay whether whoever does not come by it is refused: else the API's own address walks around it
public record Edge(List<String> secrets, boolean isOnlyWay) {
    /// Nothing stands there.
    public static final Edge NONE = new Edge(List.of(), false);

    /// Where the secret stands. CloudFront sends no header of ours that begins with `X-Edge-` or `X-Amz-` ("Add custom
    /// headers to origin requests", Amazon CloudFront Developer Guide).
    static final String HEADER = "x-ykien-edge";

    /// Below this it could be guessed.
    private static final int SHORTEST = 32;

    public Edge {
        secrets = List.copyOf(secrets);
    }

    /// Reads the settings `EDGE_SECRET`, secrets parted by spaces, and `EDGE_ONLY`, `yes` or `no`. What is too short to
    /// be a secret proves nobody; nor does a reference to one that nothing resolved, as on a developer's machine.
    ///
    /// @throws IllegalStateException if `EDGE_ONLY` is neither
    public static Edge of(String secrets, String only) {
        if (!only.equals("yes") && !only.equals("no")) {
            throw new IllegalStateException("EDGE_ONLY is yes or no, not: " + only);
        }
        var proving = List.of(secrets.split(" ")).stream()
                .filter(secret -> secret.length() >= SHORTEST && !secret.startsWith("{{"))
                .toList();
        return new Edge(proving, only.equals("yes"));
    }

    /// Refuses a request that does not come by the edge, where that is the only way.
    ///
    /// @throws Refusal with status 403
    void admit(Request request) {
        if (isOnlyWay && !hasPassed(request)) {
            throw new Refusal(Problem.of(
                    403,
                    "not-by-the-edge",
                    "Địa chỉ này không mở trực tiếp được",
                    "Hãy đọc báo ở địa chỉ chính thức của tòa soạn."));
        }
    }

    /// The request with the address that the reader comes from. The edge appends it to `X-Forwarded-For`, and API
    /// Gateway appends the edge's own: it is the last but one. What stands before, anybody may have written.
    Request seen(Request request) {
        if (!hasPassed(request)) {
            return request;
        }
        var hops = request.header("x-forwarded-for").orElse("").split(",", -1);
        return hops.length < 2 ? request : request.from(hops[hops.length - 2].strip());
    }

    /// Whether the request shows one of the secrets. It may show several, parted by spaces, of which one is enough:
    /// while they are being changed, an edge may have both or the old one alone, and so may a function.
    boolean hasPassed(Request request) {
        var passed = false;
        for (var shown : request.header(HEADER).orElse("").split(" ", -1)) {
            passed |= isSecret(shown);
        }
        return passed;
    }

    /// Takes the same time wherever the first difference is.
    private boolean isSecret(String shown) {
        var same = false;
        for (var secret : secrets) {
            same |= MessageDigest.isEqual(
                    secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
        }
        return same;
    }

    @Override
    public String toString() {
        return "Edge[hidden]";
    }
}
