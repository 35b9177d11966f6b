package ykien.local;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import ykien.cloud.HttpApi;

/// What Jetty itself has to refuse, a broken request line above all, in API Gateway's words.
final class Refusals implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SiteHandler.write(HttpApi.refusal(status(response.getStatus())), response, callback);
        return true;
    }

    private static int status(int jettys) {
        return switch (jettys) {
            case 413 -> 413;
            case 414, 431 -> 431;
            default -> jettys == 505 || (jettys >= 400 && jettys < 500) ? 400 : 500; // 505: no HTTP that is known
        };
    }
}
