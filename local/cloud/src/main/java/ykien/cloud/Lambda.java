package ykien.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A Lambda function as the HTTP API sees it: an event goes in, an answer comes out, both JSON.
@FunctionalInterface
public interface Lambda {
    /// Handles one event.
    ///
    /// @throws IOException if it can't; API Gateway then answers 500
    void handle(InputStream event, OutputStream answer) throws IOException;
}
