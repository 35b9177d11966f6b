package ykien.local;

import java.io.IOException;
import java.net.BindException;
import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

/// The HTTP server before the HTTP API. It takes a port first and serves later, since what it serves has to know
/// the port. It hands everything on as it was sent: what is too long or broken is API Gateway's to refuse, not
/// Jetty's.
final class Gateway implements AutoCloseable {
    /// How long requests that are under way may take when it is stopped.
    private static final int PATIENCE_MILLIS = 3_000;

    /// Above API Gateway's limit by far, so that its answer is the one that clients see.
    private static final int LONGEST_HEAD = 256 * 1024;

    private final Server server = new Server();
    private final ServerConnector connector;

    private Gateway() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEAD);
        http.setUriCompliance(UriCompliance.UNSAFE);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        server.addConnector(connector);
        server.setStopTimeout(PATIENCE_MILLIS);
        server.setErrorHandler(new Refusals());
    }

    /// Takes this port of every interface; 0 takes any free one.
    ///
    /// @throws StartFailure if it can't be had
    static Gateway on(int port) throws StartFailure {
        var gateway = new Gateway();
        gateway.connector.setPort(port);
        try {
            gateway.connector.open();
            return gateway;
        } catch (IOException e) {
            throw new StartFailure("port " + port + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        var cause = e instanceof BindException || e.getCause() == null ? e : e.getCause();
        var message = String.valueOf(cause.getMessage());
        return cause instanceof BindException && !message.contains("denied")
                ? " is in use; free it, or choose another with -Dykien.port="
                : " can't be had (" + message + "); choose another with -Dykien.port=";
    }

    /// The port that was taken.
    int port() {
        return connector.getLocalPort();
    }

    /// Starts to answer with this.
    void serve(Function<HttpRequest, HttpResponse> site) {
        server.setHandler(new GracefulHandler(new SiteHandler(site)));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server does not start", e);
        }
    }

    /// Lets requests that are under way come to an end, and stops.
    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server does not stop", e);
        }
    }
}
