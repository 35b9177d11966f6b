package ykien.page;

import java.util.List;
import ykien.http.Action;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;

/// Style sheets, icons and scripts: one of these files, by the part of the path that is called `asset`. Reads no
/// table.
public final class ShowAsset implements Action {
    private final List<Asset> assets;

    /// Shows these.
    public ShowAsset(Asset... assets) {
        this.assets = List.of(assets);
    }

    @Override
    public Response answer(Request request) {
        var found = Asset.find(request.pathParameter("asset"), assets)
                .orElseThrow(() -> new Refusal(Problem.unknownPage()));
        return Response.ok(found.asset().mediaType(), found.asset().body())
                .withHeader("cache-control", found.isCurrent() ? "public, max-age=31536000, immutable" : "no-cache");
    }
}
