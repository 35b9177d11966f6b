package ykien.newsroom;

import ykien.decisionlog.DecisionLog;
import ykien.http.Body;
import ykien.http.MediaTypes;
import ykien.http.Request;
import ykien.http.Response;
import ykien.newsroom.page.LogQuery;

/// A part of the decision log as NDJSON, to be kept elsewhere: one query. Where there is more, `Link` says where it
/// goes on (RFC 8288).
final class ExportLog {
    private final DecisionLog log;
    private final String path;

    /// @param path its own, for the next part
    ExportLog(DecisionLog log, String path) {
        this.log = log;
        this.path = path;
    }

    Response answer(Request request) {
        var after = LogQuery.number(request.queryParameters(), "after").orElse(0);
        var part = log.export(after);
        var response = Response.ok(MediaTypes.NDJSON, Body.of(part.ndjson()))
                .withHeader("content-disposition", "attachment; filename=\"decisions-after-" + after + ".ndjson\"");
        return part.after().isEmpty()
                ? response
                : response.withHeader(
                        "link", "<" + path + "?after=" + part.after().getAsLong() + ">; rel=\"next\"");
    }
}
