package ykien.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/// The environment of a function, as template.yaml gives it.
public record Environment(Map<String, String> variables) {
    /// This process's own.
    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /// A setting that may be empty, but must be there.
    ///
    /// @throws IllegalStateException if it is not set, or was not read as UTF-8: rather a deployment that fails
    /// than a masthead of question marks
    public String text(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    name + " is not set; set it in template.yaml, under the function's Environment");
        }
        if (value.indexOf('\uFFFD') >= 0) {
            throw new IllegalStateException(name + " was not read as UTF-8; set LC_ALL to C.UTF-8 in template.yaml");
        }
        return value;
    }

    /// A setting that must say something.
    ///
    /// @throws IllegalStateException if it is not set, or empty
    public String required(String name) {
        var value = text(name);
        if (value.isBlank()) {
            throw new IllegalStateException(
                    name + " is empty; set it in template.yaml, under the function's Environment");
        }
        return value;
    }

    /// The function's name, which Lambda gives every process ("Defined runtime environment variables", AWS Lambda
    /// Developer Guide); `local` where there is no Lambda.
    public String functionName() {
        return variables.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "local");
    }

    /// A time zone, such as `Asia/Ho_Chi_Minh`.
    ///
    /// @throws IllegalStateException if it is not set, or none
    public ZoneId timeZone(String name) {
        var zone = required(name);
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalStateException(name + " is no time zone, write it like Asia/Ho_Chi_Minh: " + zone, e);
        }
    }
}
