package ykien.page;

import ykien.article.Article;
import ykien.comment.PublicComment;
import ykien.listing.Page;

/// An article, the newest of its comments, and the form.
///
/// @param thanks for what the reader has just sent
public record ArticlePage(
        Frame frame, Article article, Page<PublicComment> comments, Thanks thanks, CommentForm form) {}
