package ykien.newsroom.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import ykien.http.Body;
import ykien.http.Json;
import ykien.http.MediaTypes;
import ykien.http.Problem;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;
import ykien.moderation.ArticleLine;
import ykien.newsroom.page.Frame.Place;
import ykien.newsroom.page.jte.JtecommentpageGenerated;
import ykien.newsroom.page.jte.JteerrorGenerated;
import ykien.newsroom.page.jte.JtelateGenerated;
import ykien.newsroom.page.jte.JtelistGenerated;
import ykien.newsroom.page.jte.JtesignedoutGenerated;
import ykien.page.Dates;
import ykien.signin.Session;

/// Makes the newsroom's pages, in the language that the client would rather have.
public final class NewsroomPages {
    private final Site site;
    private final Dates dates;

    /// Pages of this site, with times in this zone.
    public NewsroomPages(Site site, ZoneId zone) {
        this.site = site;
        this.dates = new Dates(zone);
    }

    /// What stands around the page of a list.
    public Frame frame(Request request, Session session, ListQuery query, Optional<ArticleLine> article) {
        var words = Words.of(request);
        return frame(words, Optional.of(session), ListPage.heading(words, query, article), Place.COMMENTS);
    }

    /// What stands around a comment's own page.
    public Frame frame(Request request, Session session, ShownComment shown) {
        var words = Words.of(request);
        var title = words.say("comment.heading", shown.comment().name());
        return frame(words, Optional.of(session), title, Place.COMMENTS);
    }

    private Frame frame(Words words, Optional<Session> session, String title, Place place) {
        return new Frame(words, site.name(), titled(words, title), session, place);
    }

    /// A page of comments.
    public Response list(ListPage page) {
        return html(to -> JtelistGenerated.render(to, null, page.told(), dates));
    }

    /// One comment.
    public Response comment(CommentPage page) {
        return html(to -> JtecommentpageGenerated.render(to, null, page, dates));
    }

    /// What became of a decision about several comments.
    public Response late(LatePage page) {
        return html(to -> JtelateGenerated.render(to, null, page, dates)).withStatus(409);
    }

    /// What somebody sees who has signed out.
    ///
    /// @param atProvider where their session at the identity provider ends, if it has a place for that
    public Response signedOut(Request request, Optional<URI> atProvider) {
        var words = Words.of(request);
        var frame = frame(words, Optional.empty(), words.say("signed-out.title"), Place.NOWHERE);
        return html(to -> JtesignedoutGenerated.render(to, null, frame, atProvider));
    }

    /// Why a request was refused, for programs as JSON and for people as a page.
    public Response problem(Request request, Problem problem) {
        return problem(request, Optional.empty(), problem);
    }

    /// The same for who is signed in.
    public Response problem(Request request, Optional<Session> session, Problem problem) {
        var words = Words.of(request);
        var translated = words.translated(request, problem);
        var answer = request.prefersJson()
                ? Json.problem(request, translated)
                : page(frame(words, session, translated.title(), Place.NOWHERE), translated);
        return problem.allow().map(allow -> answer.withHeader("allow", allow)).orElse(answer);
    }

    private static Response page(Frame frame, Problem problem) {
        return html(to -> JteerrorGenerated.render(to, null, frame, problem)).withStatus(problem.status());
    }

    private String titled(Words words, String title) {
        return title + " – " + words.say("desk") + ", " + site.name();
    }

    private static Response html(Consumer<OwaspHtmlTemplateOutput> template) {
        var bytes = new Utf8ByteOutput();
        template.accept(new OwaspHtmlTemplateOutput(bytes));
        return Response.ok(MediaTypes.HTML, Body.of(bytes.toByteArray()));
    }
}
