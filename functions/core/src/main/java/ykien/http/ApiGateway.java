package ykien.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Events and answers of API Gateway's HTTP API, payload format 2.0 ("Create AWS Lambda proxy integrations for HTTP
/// APIs in API Gateway", API Gateway Developer Guide). Read and written as a stream: a cold start pays for no data
/// binding.
final class ApiGateway {
    private static final JsonFactory JSON = new JsonFactory();

    /// A domain that nobody has (RFC 6761, section 6.4).
    private static final String NOWHERE = "nowhere.invalid";

    private static final String UNSPECIFIED_ADDRESS = "0.0.0.0";

    private ApiGateway() {}

    /// Reads one event.
    ///
    /// @throws IOException if it is not an event of that format
    static Request read(InputStream event) throws IOException {
        try (var json = JSON.createParser(event)) {
            return new Reader(json).request();
        }
    }

    /// Writes one answer. Text goes as it is, what was compressed or is a picture in base64.
    static void write(Response response, OutputStream to) throws IOException {
        try (var json = JSON.createGenerator(to)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", response.status());
            write(json, "headers", response.headers());
            json.writeArrayFieldStart("cookies");
            for (var cookie : response.cookies()) {
                json.writeString(cookie);
            }
            json.writeEndArray();
            var text = MediaTypes.isText(response.header("content-type"))
                    && response.header("content-encoding").isEmpty();
            json.writeBooleanField("isBase64Encoded", !text);
            json.writeFieldName("body");
            if (text) {
                json.writeUTF8String(response.body().bytes(), 0, response.body().size());
            } else {
                json.writeBinary(response.body().bytes());
            }
            json.writeEndObject();
        }
    }

    /// The event of a request that a browser might send: from nowhere, and if it sends a form, an empty one.
    ///
    /// @param route such as `GET /articles/{slug}`
    /// @param pathParameters such as a `slug`
    static byte[] event(String route, Map<String, String> pathParameters) throws IOException {
        var space = route.indexOf(' ');
        var path = route.substring(space + 1);
        for (var parameter : pathParameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        var event = new ByteArrayOutputStream(512);
        try (var json = JSON.createGenerator(event)) {
            json.writeStartObject();
            json.writeStringField("version", "2.0");
            json.writeStringField("routeKey", route);
            json.writeStringField("rawPath", path);
            json.writeStringField("rawQueryString", "");
            write(
                    json,
                    "headers",
                    Map.of(
                            "accept", "text/html",
                            "accept-encoding", "gzip",
                            "content-type", "application/x-www-form-urlencoded",
                            "host", NOWHERE));
            json.writeObjectFieldStart("requestContext");
            json.writeStringField("domainName", NOWHERE);
            json.writeStringField("requestId", "");
            write(
                    json,
                    "http",
                    Map.of("method", route.substring(0, space), "path", path, "sourceIp", UNSPECIFIED_ADDRESS));
            json.writeEndObject();
            write(json, "pathParameters", pathParameters);
            json.writeBooleanField("isBase64Encoded", false);
            json.writeEndObject();
        }
        return event.toByteArray();
    }

    private static void write(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (var text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    /// What is found in an event, until all of it has been seen.
    private static final class Reader {
        private final JsonParser json;
        private String routeKey = "";
        private String path = "";
        private String query = "";
        private Map<String, String> pathParameters = Map.of();
        private Map<String, String> headers = Map.of();
        private List<String> cookies = List.of();
        private String body = "";
        private boolean base64;
        private String method = "";
        private String id = "";
        private String domain = "";
        private String address = "";

        Reader(JsonParser json) {
            this.json = json;
        }

        Request request() throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("an event is a JSON object of API Gateway's payload format 2.0");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                member(json.currentName());
            }
            if (routeKey.isEmpty() || method.isEmpty()) {
                throw new IOException("an event of API Gateway's payload format 2.0 has routeKey and"
                        + " requestContext.http.method; this one has not");
            }
            var bytes =
                    base64 ? Base64.getDecoder().decode(body) : body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return new Request(
                    method,
                    routeKey,
                    path,
                    pathParameters,
                    query,
                    headers,
                    cookies,
                    Body.of(bytes),
                    id,
                    domain,
                    address);
        }

        private void member(String name) throws IOException {
            json.nextToken();
            switch (name) {
                case "routeKey" -> routeKey = json.getText();
                case "rawPath" -> path = json.getText();
                case "rawQueryString" -> query = json.getText();
                case "pathParameters" -> pathParameters = texts();
                case "headers" -> headers = texts();
                case "cookies" -> cookies = list();
                case "body" -> body = json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
                case "isBase64Encoded" -> base64 = json.getBooleanValue();
                case "requestContext" -> context();
                default -> json.skipChildren();
            }
        }

        private void context() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "requestId" -> id = json.getText();
                    case "domainName" -> domain = json.getText();
                    case "http" -> {
                        var http = texts();
                        method = http.getOrDefault("method", "");
                        address = http.getOrDefault("sourceip", "");
                    }
                    default -> json.skipChildren();
                }
            }
        }

        private Map<String, String> texts() throws IOException {
            var texts = new HashMap<String, String>();
            if (json.currentToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    var name = json.currentName();
                    if (json.nextToken() == JsonToken.VALUE_STRING) {
                        texts.put(name.toLowerCase(java.util.Locale.ROOT), json.getText());
                    } else {
                        json.skipChildren();
                    }
                }
            }
            return texts;
        }

        private List<String> list() throws IOException {
            var list = new ArrayList<String>();
            if (json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(json.getText());
                }
            }
            return list;
        }
    }
}
