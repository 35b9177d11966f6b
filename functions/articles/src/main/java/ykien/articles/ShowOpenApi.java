package ykien.articles;

import java.io.IOException;
import java.io.UncheckedIOException;
import ykien.http.Action;
import ykien.http.Body;
import ykien.http.MediaTypes;
import ykien.http.Request;
import ykien.http.Response;

/// The description of all that a program can ask for (OpenAPI 3.1). Reads no table.
final class ShowOpenApi implements Action {
    @Override
    public Response answer(Request request) {
        return Response.ok(MediaTypes.JSON, Body.of(document())).withHeader("cache-control", "public, max-age=300");
    }

    private static byte[] document() {
        try (var file = ShowOpenApi.class.getResourceAsStream("openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("openapi.json is missing beside " + ShowOpenApi.class.getName());
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
