package ykien.page;

/// The form once more: with what is wrong, or with another picture.
///
/// @param path of the article
/// @param title of the article
/// @param summary what is wrong in all
public record RefusalPage(Frame frame, String path, String title, String summary, Form form) {}
