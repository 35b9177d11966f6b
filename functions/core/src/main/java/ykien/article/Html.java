package ykien.article;

/// HTML that may stand on a page as it is: sanitised when the article was published. Only publishing and the table
/// make one.
public record Html(String value) {}
