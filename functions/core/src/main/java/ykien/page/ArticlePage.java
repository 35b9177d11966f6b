package ykien.page;

import ykien.article.Article;
import ykien.comment.PublicComment;
import ykien.listing.Page;

/// An article, the newest of its comments, and the form.
///
/// @param sent whether the reader comes from sending one
public record ArticlePage(Frame frame, Article article, Page<PublicComment> comments, boolean sent, CommentForm form) {}
