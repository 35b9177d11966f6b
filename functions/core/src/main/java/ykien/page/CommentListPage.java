package ykien.page;

import ykien.article.Article;
import ykien.comment.PublicComment;
import ykien.listing.Page;

/// One page of the comments under an article.
public record CommentListPage(Frame frame, Article article, boolean isFirst, Page<PublicComment> comments) {}
