package ykien.articles;

import ykien.article.PhotoName;
import ykien.http.Action;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;

/// One photo, wherever it is. Reads no table.
final class ShowPhoto implements Action {
    private final Photos photos;

    ShowPhoto(Photos photos) {
        this.photos = photos;
    }

    @Override
    public Response answer(Request request) {
        return PhotoName.parse(request.pathParameter("photo"))
                .map(photos::show)
                .orElseThrow(() -> new Refusal(Problem.unknownPage()));
    }
}
