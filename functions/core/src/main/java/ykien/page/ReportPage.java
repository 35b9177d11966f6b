package ykien.page;

import java.util.Optional;
import ykien.article.Article;
import ykien.comment.PublicComment;

/// The form "Báo vi phạm" under the comment that it is about.
///
/// @param comment empty where the address does not say when it was sent
public record ReportPage(Frame frame, Article article, Optional<PublicComment> comment, ReportForm form) {}
