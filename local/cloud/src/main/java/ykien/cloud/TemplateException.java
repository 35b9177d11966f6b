package ykien.cloud;

/// A template that can't be read here. The message names the place in the template and what is wrong there.
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TemplateException(String place, String wrong) {
        super(place.isEmpty() ? wrong : place + ": " + wrong);
    }

    TemplateException(String wrong, Throwable cause) {
        super(wrong, cause);
    }
}
