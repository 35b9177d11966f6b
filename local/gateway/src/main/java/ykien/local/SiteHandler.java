package ykien.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

/// Jetty's requests and responses as those of the HTTP API.
final class SiteHandler extends Handler.Abstract {
    /// A body that is too large is read to its end, up to here: a client that is still sending would not see the
    /// refusal.
    private static final long MOST_DRAINED = 64L * 1024 * 1024;

    private final Function<HttpRequest, HttpResponse> site;

    SiteHandler(Function<HttpRequest, HttpResponse> site) {
        this.site = site;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        write(answer(read(request)), response, callback);
        return true;
    }

    /// What fails here, behind every function, would be Jetty's to answer, and it says nothing to the developer.
    private HttpResponse answer(HttpRequest request) {
        try {
            return site.apply(request);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            e.printStackTrace();
            return HttpApi.refusal(500);
        }
    }

    private static HttpRequest read(Request request) throws IOException {
        var uri = request.getHttpURI();
        var read = HttpRequest.of(request.getMethod(), String.valueOf(uri.getPathQuery()))
                .from(Request.getRemoteAddr(request));
        for (var field : request.getHeaders()) {
            read = read.header(field.getName(), field.getValue() == null ? "" : field.getValue());
        }
        return read.body(body(request));
    }

    private static byte[] body(Request request) throws IOException {
        try (var in = Content.Source.asInputStream(request)) {
            var bytes = in.readNBytes(HttpApi.LARGEST_BODY + 1);
            if (bytes.length > HttpApi.LARGEST_BODY) {
                drain(in);
            }
            return bytes;
        }
    }

    private static void drain(InputStream in) throws IOException {
        var nowhere = OutputStream.nullOutputStream();
        var buffer = new byte[64 * 1024];
        var drained = 0L;
        for (var read = in.read(buffer); read >= 0 && drained < MOST_DRAINED; read = in.read(buffer)) {
            nowhere.write(buffer, 0, read);
            drained += read;
        }
    }

    static void write(HttpResponse from, Response response, Callback callback) {
        response.setStatus(from.status());
        from.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        from.cookies().forEach(cookie -> response.getHeaders().add(HttpHeader.SET_COOKIE, cookie));
        response.write(true, ByteBuffer.wrap(from.body()), callback);
    }
}
