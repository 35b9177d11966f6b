package ykien.checking;

/// What a reader wrote for everybody to read; empty text where a field was left out. It prints as personal data.
public record Writing(String title, String name, String content) {
    String of(Field field) {
        return switch (field) {
            case TITLE -> title;
            case NAME -> name;
            case CONTENT -> content;
        };
    }

    @Override
    public String toString() {
        return "Writing[hidden]";
    }
}
