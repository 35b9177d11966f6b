package ykien.articles;

import ykien.http.Action;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.page.Asset;

/// The style sheet, the icon and the script. Reads no table.
final class ShowAsset implements Action {
    @Override
    public Response answer(Request request) {
        var found = Asset.find(request.pathParameter("asset")).orElseThrow(() -> new Refusal(Problem.unknownPage()));
        return Response.ok(found.asset().mediaType(), found.asset().body())
                .withHeader("cache-control", found.isCurrent() ? "public, max-age=31536000, immutable" : "no-cache");
    }
}
