package ykien.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.metric.Meter;

/// A process that is restored from a snapshot believes in connections that the other side has long forgotten.
class ClosedConnectionTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\n"
            + "Content-Length: 2\r\nConnection: keep-alive\r\n\r\n{}";

    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void A_connection_that_was_closed_meanwhile_is_opened_again() throws Exception {
        System.setProperty("aws.region", "ap-southeast-1");
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server));
            try (var client =
                    DynamoDbConnection.client("http://localhost:" + server.getLocalPort(), new Meter("articles"))) {
                for (var i = 0; i < 2; i++) {
                    assertThat(client.getItem(r -> r.tableName("T").key(Map.of("id", AttributeValue.fromS("1"))))
                                    .hasItem())
                            .isFalse();
                    closed.await();
                }
            }
        }
        assertThat(connections).hasValue(2);
    }

    /// One answer a connection, whatever it promises.
    private void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                connections.incrementAndGet();
                read(socket);
                socket.getOutputStream().write(ANSWER.getBytes(US_ASCII));
            } catch (IOException _) {
                return; // the test is over
            }
            closed.countDown();
        }
    }

    private static void read(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        var length = 0;
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        while (length > 0) {
            length -= (int) in.skip(length);
        }
    }
}
