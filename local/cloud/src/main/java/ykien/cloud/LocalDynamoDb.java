package ykien.cloud;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local inside this process, with the template's tables, served over HTTP. Whoever talks to it may use
/// any credentials and any region. It is put together here from DynamoDB Local's handlers, not by its own
/// `ServerRunner`: that one prints, swallows a port in use, always listens on every interface, and turns
/// telemetry on. Here nothing sends any.
public final class LocalDynamoDb implements AutoCloseable {
    /// Where it listens and keeps its data, before it is started.
    public static final class Setting {
        private final Optional<Path> folder;
        private final OptionalInt port;

        private Setting(Optional<Path> folder, OptionalInt port) {
            this.folder = folder;
            this.port = port;
        }

        /// On this port of every interface, so that containers reach it too.
        public Setting on(int chosenPort) {
            return new Setting(folder, OptionalInt.of(chosenPort));
        }

        /// Starts it, and makes the tables that are not there yet.
        ///
        /// @throws IOException if the port can't be had or the folder can't be used; the message says which
        public LocalDynamoDb start(Template template) throws IOException {
            return LocalDynamoDb.start(this, template.tables());
        }
    }

    /// What the files of SQLite begin with ("Database File Format", sqlite.org).
    private static final String SQLITE = "SQLite format 3";

    private static final Setting MEMORY = new Setting(Optional.empty(), OptionalInt.empty());

    private final LocalDynamoDBServerHandler handler;
    private final Server server;
    private final URI endpoint;
    private final DynamoDbClient client;
    private final List<Table> tables;

    private LocalDynamoDb(LocalDynamoDBServerHandler handler, Server server, int port, List<Table> tables) {
        this.handler = handler;
        this.server = server;
        this.endpoint = URI.create("http://localhost:" + port);
        this.client = client(endpoint);
        this.tables = tables;
    }

    /// In memory, on a free port of the loopback interface, with the template's tables: what tests need. Nothing
    /// expires there, as tests have clocks of their own and DynamoDB Local deletes by this machine's.
    public static LocalDynamoDb start(Template template) {
        try {
            return start(
                    MEMORY, template.tables().stream().map(Table::withoutExpiry).toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// In memory: closing it forgets everything.
    public static Setting inMemory() {
        return MEMORY;
    }

    /// In this folder, which must be there.
    public static Setting in(Path folder) {
        return new Setting(Optional.of(folder), OptionalInt.empty());
    }

    /// A client of it. It is closed together with it.
    public DynamoDbClient client() {
        return client;
    }

    /// Where it listens, as this machine reaches it.
    public URI endpoint() {
        return endpoint;
    }

    /// Makes every table empty, by making it anew.
    public void clear() {
        LocalTables.in(client).recreate(tables);
    }

    private static LocalDynamoDb start(Setting setting, List<Table> tables) throws IOException {
        if (setting.folder.isPresent()) {
            check(setting.folder.get());
        }
        var handler = handler(setting.folder);
        var server = new Server();
        var connector = new ServerConnector(server, 1, 1);
        connector.setPort(setting.port.orElse(0));
        if (setting.port.isEmpty()) {
            connector.setHost("localhost");
        }
        server.addConnector(connector);
        server.setHandler(new ContextHandler(handler));
        try {
            server.start();
        } catch (Exception e) {
            stop(server, handler);
            throw new IOException("DynamoDB can't listen on port " + connector.getPort() + ": " + reason(e), e);
        }
        var dynamoDb = new LocalDynamoDb(handler, server, connector.getLocalPort(), tables);
        try {
            LocalTables.in(dynamoDb.client).createMissing(tables);
            return dynamoDb;
        } catch (RuntimeException e) {
            dynamoDb.close();
            throw new IOException(
                    setting.folder
                                    .map(it -> it + " can't hold DynamoDB's data: ")
                                    .orElse("")
                            + reason(e),
                    e);
        }
    }

    /// SQLite itself would not fail but try again, for ever and aloud.
    private static void check(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " can't hold DynamoDB's data: it is no folder");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException(folder + " can't hold DynamoDB's data: it is not writable");
        }
        var file = folder.resolve("shared-local-instance.db");
        if (Files.exists(file)
                && !(Files.isRegularFile(file) && Files.isReadable(file) && Files.isWritable(file) && isSqlite(file))) {
            throw new IOException(file + " is no SQLite file that can be read and written; move it away");
        }
    }

    private static boolean isSqlite(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = new String(in.readNBytes(SQLITE.length()), StandardCharsets.ISO_8859_1);
            return start.isEmpty() || start.equals(SQLITE);
        }
    }

    private static LocalDynamoDBServerHandler handler(Optional<Path> folder) {
        var path = folder.map(it -> it.toAbsolutePath().toString()).orElse(null);
        return new LocalDynamoDBServerHandler(
                new LocalDynamoDBRequestHandler(0, folder.isEmpty(), path, true, false), null);
    }

    private static String reason(Throwable e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : reason(e.getCause());
    }

    private static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Intrinsics.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void close() {
        client.close();
        stop(server, handler);
    }

    private static void stop(Server server, LocalDynamoDBServerHandler handler) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB did not stop", e);
        } finally {
            handler.close();
        }
    }
}
