package ykien.bench.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import ykien.captcha.CaptchaFunction;
import ykien.captcha.CaptchaSettings;
import ykien.limit.Demand;
import ykien.metric.Meter;
import ykien.settings.Environment;

/// A process whose first picture is waited for: whoever has started it takes the time until it prints `done`.
enum FirstPicture {
    /// The picture and nothing else.
    PICTURE {
        @Override
        void draw(byte[] event) {
            Kind.STROKES.draw();
        }
    },

    /// The captcha function, asked for a picture by an event of API Gateway, with no table to know of.
    FUNCTION_WITHOUT_TABLES {
        @Override
        void draw(byte[] event) throws IOException {
            var function = new CaptchaFunction(
                    CaptchaSettings.from(Environment.ofProcess()),
                    () -> {
                        throw noTable();
                    },
                    (_, _) -> Demand.STROKES,
                    _ -> {
                        throw noTable();
                    },
                    (_, _) -> {
                        throw noTable();
                    },
                    Clock.systemUTC(),
                    new Meter("captcha"));
            answer(function, event);
        }
    },

    /// The captcha function as Lambda starts it, which sets up DynamoDB's client beside the picture.
    FUNCTION {
        @Override
        void draw(byte[] event) throws IOException {
            answer(new CaptchaFunction(), event);
        }
    };

    private static final Context NO_CONTEXT = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> "");

    abstract void draw(byte[] event) throws IOException;

    /// Arguments: which, and an event that asks for a picture.
    public static void main(String[] arguments) throws IOException {
        var which = valueOf(arguments[0]);
        which.draw(Files.readAllBytes(Path.of(arguments[1])));
        System.out.println("done");
        System.out.flush();
    }

    private static void answer(CaptchaFunction function, byte[] event) throws IOException {
        var answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event), answer, NO_CONTEXT);
        if (!answer.toString(UTF_8).startsWith("{\"statusCode\":200")) {
            throw new IllegalStateException("no picture: " + answer);
        }
    }

    private static IllegalStateException noTable() {
        return new IllegalStateException("a picture needs no table");
    }
}
