package ykien.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ykien.article.Article;
import ykien.article.Card;
import ykien.article.Category;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.comment.PublicComment;
import ykien.http.Body;
import ykien.http.Json;
import ykien.http.MediaTypes;
import ykien.http.Problem;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;
import ykien.listing.Cursor;
import ykien.listing.Page;
import ykien.page.Frame.Place;
import ykien.page.Frame.Preview;
import ykien.page.jte.JtearticleGenerated;
import ykien.page.jte.JtecommentlistGenerated;
import ykien.page.jte.JteerrorGenerated;
import ykien.page.jte.JtefrontGenerated;
import ykien.page.jte.JterefusalGenerated;
import ykien.page.jte.JtereportGenerated;

/// Makes the site's pages.
public final class Pages {
    private final Site site;

    /// Pages of this site.
    public Pages(Site site) {
        this.site = site;
    }

    /// One page of the newest articles of the whole paper.
    public Response front(Request request, ZoneId zone, boolean isFirst, Page<Card> cards) {
        var frame = new Frame(
                site.name(),
                isFirst ? site.name() : titled("Tin cũ hơn"),
                Optional.of(site.name() + ": tin mới nhất và ý kiến bạn đọc."),
                isFirst ? Optional.of(site.origin(request) + "/") : Optional.empty(),
                Optional.empty(),
                cards.items().stream().flatMap(c -> c.category().stream()).toList(),
                isFirst ? Place.FRONT : Place.FRONT_LATER);
        return list(new FrontPage(frame, Optional.empty(), "/", isFirst, cards.items(), cards.next()), zone);
    }

    /// One page of the newest articles of a category.
    public Response category(Request request, ZoneId zone, Category category, boolean isFirst, Page<Card> cards) {
        var path = "/categories/" + category.slug().value();
        var frame = new Frame(
                site.name(),
                titled(isFirst ? category.name() : category.name() + ", tin cũ hơn"),
                Optional.of(category.name() + " trên " + site.name() + "."),
                isFirst ? Optional.of(site.origin(request) + path) : Optional.empty(),
                Optional.empty(),
                List.of(category),
                Place.CATEGORY);
        return list(new FrontPage(frame, Optional.of(category), path, isFirst, cards.items(), cards.next()), zone);
    }

    private static Response list(FrontPage page, ZoneId zone) {
        return html(to -> JtefrontGenerated.render(to, null, page, new Dates(zone)));
    }

    /// An article with its newest comments.
    public Response article(
            Request request, ZoneId zone, Article article, Page<PublicComment> comments, Thanks thanks) {
        var card = article.card();
        var origin = site.origin(request);
        var preview = new Preview(card.title(), card.photo().map(p -> origin + "/photos/" + p.name()));
        var frame = new Frame(
                site.name(),
                titled(thanks.title() + card.title()),
                Optional.of(card.dek().orElse(card.title())),
                Optional.of(origin + card.path()),
                Optional.of(preview),
                card.category().stream().toList(),
                Place.ARTICLE);
        var page = new ArticlePage(frame, article, comments, thanks, CommentForm.empty(article.slug()));
        return html(to -> JtearticleGenerated.render(to, null, page, new Dates(zone)));
    }

    /// One page of the comments under an article. Search engines have them on the article's page already.
    public Response comments(ZoneId zone, Article article, Optional<Cursor> after, Page<PublicComment> comments) {
        var card = article.card();
        var frame = unlisted((after.isEmpty() ? "Ý kiến: " : "Ý kiến cũ hơn: ") + card.title(), card.category());
        var page = new CommentListPage(frame, article, after.isEmpty(), comments);
        return html(to -> JtecommentlistGenerated.render(to, null, page, new Dates(zone)));
    }

    /// The form "Báo vi phạm" for a comment under an article.
    ///
    /// @param comment what readers see of it; empty where that is not known
    public Response report(ZoneId zone, Article article, CommentId id, Optional<PublicComment> comment) {
        var card = article.card();
        var form = ReportForm.empty(article.slug(), id);
        var frame = unlisted(form.heading() + " – " + card.title(), card.category());
        var page = new ReportPage(frame, article, comment, form);
        return html(to -> JtereportGenerated.render(to, null, page, new Dates(zone)));
    }

    /// The form once more, with all that was typed.
    ///
    /// @param title of the article
    /// @param summary what is wrong in all
    public Response refusal(String title, Optional<Category> category, String summary, Form form) {
        var what = form.renewed() ? form.heading() : "Chưa gửi được";
        var page = new RefusalPage(
                unlisted(what + " – " + title, category), "/articles/" + form.article(), title, summary, form);
        return html(to -> JterefusalGenerated.render(to, null, page)).withHeader("cache-control", "no-store");
    }

    /// Why a request was refused, for programs as JSON and for people as a page.
    public Response problem(Request request, Problem problem) {
        return problem(request, problem, Optional.empty(), "");
    }

    /// The same, with what the reader had typed, and a way back to the article that it was typed under.
    ///
    /// @param typed as a page can show it; empty text for nothing
    public Response problem(Request request, Problem problem, Optional<Slug> article, String typed) {
        var answer = request.prefersJson() ? Json.problem(request, problem) : page(problem, article, typed);
        var varied = answer.withHeader("vary", "accept").withHeader("cache-control", "no-store");
        return problem.allow().map(allow -> varied.withHeader("allow", allow)).orElse(varied);
    }

    private Response page(Problem problem, Optional<Slug> article, String typed) {
        var page = new ErrorPage(
                unlisted(problem.title(), Optional.empty()), problem, article.map(slug -> "/articles/" + slug), typed);
        return html(to -> JteerrorGenerated.render(to, null, page)).withStatus(problem.status());
    }

    private Frame unlisted(String title, Optional<Category> category) {
        return new Frame(
                site.name(),
                titled(title),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                category.stream().toList(),
                category.isPresent() ? Place.ARTICLE : Place.NOWHERE);
    }

    private String titled(String title) {
        return title + " – " + site.name();
    }

    private static Response html(Consumer<OwaspHtmlTemplateOutput> template) {
        var bytes = new Utf8ByteOutput();
        template.accept(new OwaspHtmlTemplateOutput(bytes));
        return Response.ok(MediaTypes.HTML, Body.of(bytes.toByteArray())).withHeader("vary", "accept");
    }
}
